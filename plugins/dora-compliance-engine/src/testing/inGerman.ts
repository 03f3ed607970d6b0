import { german } from '../explain/de';
import { explain } from '../explain/explain';

/** The German sentences of tests. */
export const inGerman = explain(german);
