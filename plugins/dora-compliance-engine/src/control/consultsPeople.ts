import type { CompiledControl } from './compileControl';

/**
 * Whether a control depends on who people are. Its result may then change when
 * the accounts of users in the catalog change.
 *
 * @public
 */
export function consultsPeople(compiled: CompiledControl): boolean {
  return compiled.requirements.some(({ judgements }) =>
    judgements.includes('change.independence'),
  );
}
