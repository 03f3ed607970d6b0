import {
  isEvidenceOf,
  reason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  type Judge,
  type Judgement,
  judgeEvidence,
} from '../../registry/Judgement';

/**
 * Whether the record of an ICT asset has all nine fields of RTS 2024/1774
 * Art 4(2)(b)(i) to (ix), and no value that can't be used. Invalid values come
 * first: they may be the cause of a missing field.
 */
export const judgeAssetRecord: Judge = member => {
  if (!isEvidenceOf('asset-record-observed', member)) {
    return [];
  }
  const { missing, problems } = member.predicate;
  const [problem] = problems;
  const evidence = [member.id];
  return [
    {
      check: 'record-usable',
      passed: problem === undefined,
      cause:
        problem === undefined
          ? reason('record-usable')
          : reason('record-unusable', {
              ...problem.params,
              field: problem.field,
              value: problem.value,
              rule: problem.rule,
              more: problems.length - 1,
            }),
      evidence,
    },
    {
      check: 'record-complete',
      passed: missing.length === 0,
      cause:
        missing.length === 0
          ? reason('record-complete')
          : reason('record-incomplete', { fields: missing.join(',') }),
      evidence,
    },
  ];
};

/** `asset.record` in assertions. */
export const assetRecord: Judgement = {
  name: 'asset.record',
  member: 'asset-record-observed',
  needs: { evidence: [] },
  judge: judgeEvidence(judgeAssetRecord),
};
