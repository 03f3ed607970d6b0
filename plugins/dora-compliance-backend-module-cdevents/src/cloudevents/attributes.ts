/** The value of a context attribute. */
export type AttributeValue = string | number | boolean;

/** The context attributes of an event, extensions included. */
export type Attributes = Readonly<Record<string, AttributeValue>> & {
  readonly id: string;
  readonly source: string;
  readonly specversion: string;
  readonly type: string;
};

/** Attributes every event has. */
const REQUIRED = ['specversion', 'id', 'source', 'type'];

/** Attributes that are texts; extensions may be numbers and truth values too. */
const TEXTS = [...REQUIRED, 'time', 'subject', 'dataschema', 'datacontenttype'];

const RFC3339 =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i;

/**
 * Checks the context attributes of an event (CloudEvents 1.0.2, 3). Null is
 * the same as absent. Throws, naming the attribute.
 */
export function readAttributes(
  entries: readonly (readonly [string, unknown])[],
): Attributes {
  const attributes = Object.fromEntries(
    entries
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([name, value]) => [checkName(name), checkValue(name, value)]),
  );
  const missing = REQUIRED.filter(name => !Object.hasOwn(attributes, name));
  if (missing.length > 0) {
    throw new TypeError(`${missing.join(', ')} missing`);
  }
  if (attributes.specversion !== '1.0') {
    throw new TypeError(
      `specversion must be 1.0, not ${attributes.specversion}`,
    );
  }
  return attributes as Attributes;
}

function checkName(name: string): string {
  if (!/^[a-z0-9]+$/.test(name) || name === 'data') {
    throw new TypeError(`${JSON.stringify(name)} can't name an attribute`);
  }
  return name;
}

function checkValue(name: string, value: unknown): AttributeValue {
  if (typeof value === 'string') {
    return checkText(name, value);
  }
  const isInteger =
    Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31;
  if (TEXTS.includes(name) || !(isInteger || typeof value === 'boolean')) {
    throw new TypeError(
      `${name} must be a text${
        TEXTS.includes(name) ? '' : ', a 32-bit integer or a truth value'
      }`,
    );
  }
  return value as AttributeValue;
}

function checkText(name: string, text: string): string {
  if (/[\p{Cc}\p{Surrogate}\p{Noncharacter_Code_Point}]/u.test(text)) {
    throw new TypeError(`${name} has characters no attribute may have`);
  }
  if (TEXTS.includes(name) && text === '') {
    throw new TypeError(`${name} must not be empty`);
  }
  if (name === 'time' && !RFC3339.test(text)) {
    throw new TypeError('time must be a timestamp of RFC 3339');
  }
  if (
    name === 'datacontenttype' &&
    !/^[^\s/;]+\/[^\s/;]+\s*(;.*)?$/.test(text)
  ) {
    throw new TypeError('datacontenttype must be a media type');
  }
  return text;
}
