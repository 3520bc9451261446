/** Whether a version such as `1.1` came before another one; corrections such as `1.1.1` do not count. */
export function isBefore(version: string, other: string): boolean {
  return number(version) < number(other);
}

function number(version: string): number {
  const [major = '', minor = ''] = version.split('.');
  return Number(major) * 1000 + Number(minor);
}
