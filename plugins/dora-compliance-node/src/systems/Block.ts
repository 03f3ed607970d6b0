/**
 * A block of a CI file: a mapping in its YAML.
 *
 * @public
 */
export type Block = Readonly<Record<string, unknown>>;

/**
 * A value of a CI file as a block, or undefined when it is none.
 *
 * @public
 */
export function asBlock(value: unknown): Block | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Block)
    : undefined;
}
