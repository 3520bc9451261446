/*
 * Paths of files as URIs (RFC 3986) and back. A relative path becomes a relative reference, an
 * absolute one a URI of the scheme `file` (RFC 8089).
 */

/** The URI of a path. What no URI can hold, a lone surrogate, becomes U+FFFD. */
export function uriOfPath(path: string): string {
  const drive = /^([A-Za-z]:)[\\/](.*)$/s.exec(path);
  if (drive) return `file:///${drive[1] ?? ''}/${encoded((drive[2] ?? '').replaceAll('\\', '/'))}`;
  if (path.startsWith('/')) return `file://${encoded(path)}`;
  // An empty first segment would make it a reference to another host, or to the whole of one.
  return encoded(path);
}

function encoded(path: string): string {
  const whole = path.replace(loneSurrogate, '\uFFFD');
  return whole.split('/').map(encodeURIComponent).join('/');
}

/** UTF-16 units that belong to no character. */
const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/**
 * The path that a URI names: that of a relative reference or of a local file; other URIs stay as they
 * are, and so does what cannot be decoded.
 */
export function pathOfUri(uri: string): string {
  const local = /^file:(?:\/\/(?:localhost)?(?=\/))?(.*)$/is.exec(uri);
  if (!local && /^[A-Za-z][A-Za-z0-9+.-]*:/.test(uri)) return uri;
  const path = decoded((local?.[1] ?? uri).replace(/[?#].*$/s, ''));
  return local ? path.replace(/^\/(?=[A-Za-z]:)/, '') : path;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A percent sign that is none of an escape: tools that do not encode write such.
    return text;
  }
}
