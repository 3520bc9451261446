import { parseNotation } from '../notation';

/** A small schema with a bit of everything, for tests. */
export const houseSchema = parseNotation({
  values: `
versions 1.0 1.1 1.2

pattern reference, such as %door = [%][a-z]+
pattern sum, since 1.1, such as <1+2> = <[0-9+]*>

value Number = double | reference | sum
value Text = string | reference
value Code = reference

enums accept reference

enum Colour
  red, deprecated 1.1 → crimson
  crimson, since 1.1
  green blue
`,
  house: `
root House
root Plan: House, since 1.2

# The house, from the door to the roof.
type House
  @name: Text, ? since 1.1
  @colour?: Colour
  @paint?: Text, since 1.1, deprecated 1.2 → @colour and Roof
  sequence
    Door: Opening
    group Wall*
    Roof?, since 1.1
    Attic?, until 1.0

group Wall
  choice, may be empty until 1.0
    Window: Opening
    Gap

type Opening
  @width @height?: Number
  all
    Frame
    Pane?, deprecated 1.2

type Frame
type Gap
  sequence, since 1.1: Frame{2..}
type Pane, deprecated 1.2
  sequence: Frame Pane?
type Roof, since 1.1
  text
type Attic, until 1.0
`,
});
