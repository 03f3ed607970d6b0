import { z } from 'zod';

/**
 * The version of each part of the code that decides a control, by its name, such
 * as `judgement change.independence`.
 *
 * @public
 */
export const CodeVersions = z.record(z.string(), z.number().int().positive());

/** @public */
export type CodeVersions = Readonly<z.output<typeof CodeVersions>>;
