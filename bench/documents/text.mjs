/**
 * A text without white space between its tags, as machines write it.
 *
 * @param {string} text without comments, CDATA sections and text between elements
 * @returns {string}
 */
export function minified(text) {
  return text.replace(/>\s+</g, '><').trimEnd();
}

/** Of so many values and enumerations, one each is spoilt. */
const spoiltValue = 5;
const spoiltRule = 3;

/**
 * A text with many mistakes in it, of three kinds: numbers that are none, values that an enumeration
 * lacks, and attributes that nobody knows. Well-formed as before, with as many elements.
 *
 * @param {string} text
 * @returns {string}
 */
export function mistaken(text) {
  let values = 0;
  let rules = 0;
  let names = 0;
  return text
    .replace(/ value="(\d)/g, (all, digit) =>
      values++ % spoiltValue === 0 ? ` value="O${digit}` : all,
    )
    .replace(/ rule="\w+"/g, (all) => (rules++ % spoiltRule === 0 ? ' rule="above"' : all))
    .replace(/<EntityRef /g, (all) => (names++ % spoiltRule === 0 ? `${all}colour="red" ` : all));
}

const less = 0x3c;
const slash = 0x2f;
const question = 0x3f;
const exclamation = 0x21;

/**
 * The number of start tags in a well-formed document without an internal DOCTYPE subset, counted
 * without a parser: every `<` that begins neither an end tag, a comment, a CDATA section, a
 * processing instruction nor a declaration. It is what contestants have to agree with.
 *
 * @param {Uint8Array} bytes
 * @returns {number}
 */
export function countElements(bytes) {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let count = 0;
  for (let at = buffer.indexOf(less); at >= 0; at = buffer.indexOf(less, at + 1)) {
    const next = buffer[at + 1];
    if (next === slash) continue;
    if (next === question) at = endOf(buffer, '?>', at);
    else if (next === exclamation) at = endOf(buffer, endMark(buffer, at), at);
    else count++;
  }
  return count;
}

/** @param {Buffer} buffer @param {number} at */
function endMark(buffer, at) {
  const begins = buffer.toString('latin1', at, at + 9);
  if (begins.startsWith('<!--')) return '-->';
  return begins === '<![CDATA[' ? ']]>' : '>';
}

/** @param {Buffer} buffer @param {string} mark @param {number} at */
function endOf(buffer, mark, at) {
  const end = buffer.indexOf(mark, at + 4, 'latin1');
  return end < 0 ? buffer.length : end;
}
