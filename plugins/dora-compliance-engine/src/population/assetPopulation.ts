import {
  addDuration,
  Duration,
  evidenceTypes,
  EvidenceType,
  reason,
  subtractDuration,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import { definePopulation, type Members } from '../registry/Population';
import { countDays } from './countDays';
import { listExpiries } from './listExpiries';

/**
 * The asset itself, by its latest evidence of one type, which must be no older
 * than the control allows.
 */
export const assetPopulation = definePopulation({
  name: 'asset',
  clause: z.strictObject({ from: EvidenceType, within: Duration }),
  create: ({ from, within }) => ({
    member: { name: from, schema: evidenceTypes[from] },
    needs: { evidence: [{ types: [from], key: 'asset', read: 'latest' }] },
    find({ asset, index, asOf }): Members {
      const latest = index.ofType(from).at(-1);
      if (!latest) {
        const why = reason('not-yet-observed');
        return { members: [], empty: { status: 'not-assessed', reason: why } };
      }
      const { observedAt } = latest;
      const since = subtractDuration(asOf, within);
      if (observedAt <= since) {
        const days = countDays(within);
        const why = reason('evidence-stale', { observedAt, days });
        return { members: [], empty: { status: 'not-assessed', reason: why } };
      }
      const describes = { kind: 'asset', title: asset.title, at: observedAt };
      return {
        members: [{ value: latest.predicate, evidence: [latest], describes }],
        validUntil: addDuration(observedAt, within),
        expiries: listExpiries([latest], { since, within }),
      };
    },
  }),
});
