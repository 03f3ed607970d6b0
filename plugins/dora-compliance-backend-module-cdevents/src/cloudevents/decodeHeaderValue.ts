// A byte order mark is a character of a value like any other.
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The attribute value of a `ce-` header (HTTP binding of CloudEvents,
 * 3.1.3.2): quoted strings are unescaped, then percent-encoding is undone
 * once. A percent sign that encodes nothing stands for itself, as senders
 * that don't encode mean it. Throws on encoded bytes that are no UTF-8.
 */
export function decodeHeaderValue(value: string): string {
  return unquoted(rawUtf8(value.trim())).replace(
    /(?:%[0-9a-f]{2})+/gi,
    encoded => utf8.decode(Buffer.from(encoded.replaceAll('%', ''), 'hex')),
  );
}

function unquoted(value: string): string {
  // What is not closed is read to its end, too: once, not from each quote.
  return value.replace(
    /"((?:[^"\\]|\\[^])*)("|\\?$)/g,
    (all: string, inner: string, end: string) =>
      end === '"' ? inner.replace(/\\(.)/g, '$1') : all,
  );
}

/**
 * Some senders put bare UTF-8 into headers, which HTTP libraries hand over as
 * one character per byte.
 */
function rawUtf8(value: string): string {
  const bytes = Buffer.from(value, 'latin1');
  if (bytes.toString('latin1') !== value) {
    return value;
  }
  try {
    return utf8.decode(bytes);
  } catch {
    return value;
  }
}
