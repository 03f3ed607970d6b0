import { english } from '../explain/en';
import { explain } from '../explain/explain';

/** The sentences of tests. */
export const inEnglish = explain(english);
