import {
  addDuration,
  Duration,
  type Evidence,
  evidenceTypes,
  subjectKey,
  subtractDuration,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import {
  definePopulation,
  type Member,
  type Members,
} from '../registry/Population';
import { explainNoEvent } from './explainNoEvent';

/** Each change that was merged within the window, to any branch or to some. */
export const changePopulation = definePopulation({
  name: 'change',
  clause: z.strictObject({
    within: Duration,
    where: z
      .strictObject({ targetBranch: z.array(z.string().min(1)).min(1) })
      .optional(),
  }),
  create: ({ within, where }) => ({
    member: { name: 'change-merged', schema: evidenceTypes['change-merged'] },
    needs: {
      evidence: [
        { types: ['change-merged'], key: 'asset', read: 'history', within },
      ],
    },
    window: within,
    find(context): Members {
      const since = subtractDuration(context.asOf, within);
      const merged = index(context.index.ofType('change-merged')).filter(
        ({ observedAt, predicate }) =>
          observedAt > since &&
          (!where || where.targetBranch.includes(predicate.targetBranch)),
      );
      const [first] = merged;
      return first
        ? {
            members: merged.map(toMember),
            validUntil: addDuration(first.observedAt, within),
          }
        : {
            members: [],
            empty: explainNoEvent(context, { kind: 'change', within }),
          };
    },
  }),
});

/** A merge may be told several times; the first one counts. */
function index(
  merges: readonly Evidence<'change-merged'>[],
): Evidence<'change-merged'>[] {
  const byChange = new Map<string, Evidence<'change-merged'>>();
  for (const merge of merges) {
    const change = merge.subjects.find(({ kind }) => kind === 'change');
    const key = change ? subjectKey(change) : merge.id;
    byChange.set(key, byChange.get(key) ?? merge);
  }
  return [...byChange.values()];
}

function toMember(merge: Evidence<'change-merged'>): Member {
  const { change } = merge.predicate;
  return {
    value: merge.predicate,
    evidence: [merge],
    describes: {
      kind: 'change',
      title: `#${change.number} ${change.title}`.trim(),
      uri: change.url,
      at: merge.observedAt,
    },
  };
}
