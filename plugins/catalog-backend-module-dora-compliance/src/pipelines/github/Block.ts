/** A block of a definition. */
export type Block = Record<string, unknown>;

/** A value of a definition as a block, or undefined when it is none. */
export function record(value: unknown): Block | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Block)
    : undefined;
}

/** Whether a text stands for itself, with nothing to be filled in. */
export function isPlain(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && !value.includes('${{');
}
