/** Characters that stand for something else in an attribute's value, and those that would not survive in it. */
const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** What XML 1.0 cannot hold in any way (section 2.2): most control characters, lone surrogates, U+FFFE and U+FFFF. */
const unwritable =
  // eslint-disable-next-line no-control-regex -- these are what it is about
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** A text as an attribute's value, without the quotes. What XML cannot hold becomes U+FFFD. */
export function attributeText(text: string): string {
  return text.replace(unwritable, '\uFFFD').replace(/[&<>"\t\n\r]/g, (it) => references[it] ?? it);
}

/** Attributes of an element, each with a space in front; those without a value are left out. */
export function attributesText(
  attributes: Readonly<Record<string, string | number | undefined>>,
): string {
  return Object.entries(attributes)
    .map(([name, value]) =>
      value === undefined ? '' : ` ${name}="${attributeText(String(value))}"`,
    )
    .join('');
}
