import type { CompiledControl } from './compileControl';

/**
 * Whether a control asks who people are, so that its answer may change when
 * the catalog joins accounts otherwise.
 *
 * @public
 */
export function consultsPeople(compiled: CompiledControl): boolean {
  return compiled.requirements.some(({ judgements }) =>
    judgements.includes('change.independence'),
  );
}
