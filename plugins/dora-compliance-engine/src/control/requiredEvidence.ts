import type { EvidenceType } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { consultedEvidence } from '../judgement/judgements';
import type { CompiledControl } from './compileControl';

/**
 * The types of evidence a control over the state of assets needs: what it is
 * about, and the further evidence of its judgements. The latest of each type
 * is enough. None for a control over events, which needs their whole lineage.
 *
 * @public
 */
export function requiredEvidence(compiled: CompiledControl): EvidenceType[] {
  const { population } = compiled.control;
  return population.each === 'asset'
    ? [
        ...new Set([
          population.from,
          ...compiled.requirements
            .flatMap(({ judgements }) => judgements)
            .flatMap(name => consultedEvidence[name] ?? []),
        ]),
      ]
    : [];
}
