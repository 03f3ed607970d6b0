import type {
  Criticality,
  IctAsset,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { CompiledControl } from '../control/compileControl';
import { earliest } from '../judgement/calendarDays';
import type { EvidenceIndex } from '../lineage/EvidenceIndex';
import type { Member } from '../registry/Population';
import { assessMember } from './assessMember';
import { STRICTEST } from './strictest';

type Judged = { asset: IctAsset; asOf: Instant; criticality?: Criticality };

/**
 * Whether a control judges accepted risks.
 *
 * @public
 */
export function judgesAcceptances({ clauses }: CompiledControl): boolean {
  return clauses.some(
    ({ population }) => population.member.name === 'risk-accepted',
  );
}

/**
 * Whether a record complies with a control, and when that may change. A control that
 * can't be evaluated bounds nothing.
 */
export function judgeRecord(
  judge: CompiledControl,
  member: Member,
  judged: Judged,
  index: EvidenceIndex,
): { isBounded: boolean; changesAt?: Instant | undefined } {
  if (!judge.appliesTo(judged.asset)) {
    return { isBounded: true };
  }
  try {
    const assessed = assessRecord(judge, member, judged, index);
    return {
      // What the control does not find is not bounded by it.
      isBounded:
        assessed.length > 0 &&
        assessed.every(({ row }) => row.status === 'satisfied'),
      changesAt: earliest(...assessed.map(({ changesAt }) => changesAt)),
    };
  } catch {
    // The assessment of the control itself says what is wrong.
    return { isBounded: false };
  }
}

function assessRecord(
  judge: CompiledControl,
  { evidence: [item] }: Member,
  { asset, asOf, criticality = STRICTEST }: Judged,
  index: EvidenceIndex,
) {
  return judge.clauses.flatMap(({ population, requirements }) =>
    population
      .find({ asset, index, asOf, sourceHeard: true })
      .members.filter(({ evidence: [first] }) => first?.id === item?.id)
      .map(member =>
        assessMember(requirements, member, {
          ...{ index, asset, gaps: [], standing: [] },
          parameters: judge.parameters[criticality],
          written: judge.written[criticality],
        }),
      ),
  );
}
