/** What every file begins with, and what may be attached to almost anything. */
export const header = `
type FileHeader
  @author: String
  @date: DateTime
  @description: String
  @revMajor @revMinor: UnsignedShort
  sequence, since 1.1
    License?
    Properties?, since 1.2

type License, since 1.1
  @name @resource? @spdxId?: String
  text

type Properties
  sequence
    Property*
    File*
    CustomContent*, since 1.2

type Property
  @name @value: String

type File
  @filepath: String

type CustomContent, since 1.2
  text
`;
