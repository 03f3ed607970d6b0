import type { Evidence } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { judgeTraceability } from '../judgement/traceability/traceability';
import { EvidenceIndex } from '../lineage/EvidenceIndex';
import { at, release } from './story';

export const C = 'main 1';
export const sound = release(1, 10);
export const without = (...types: string[]) =>
  sound.filter(({ type }) => !types.includes(type));
export const REPOSITORY = 'https://github.com/bank/ledger';

export function judge(all: readonly Evidence[]) {
  const index = new EvidenceIndex(all, at(10_000));
  const { first } = index.deployments.at(-1)!;
  const types = new Map(all.map(({ id, type }) => [id, type]));
  return Object.fromEntries(
    judgeTraceability(first, index).map(one => [
      one.check,
      { ...one, types: one.evidence.map(id => types.get(id as never)) },
    ]),
  );
}
export const tell = (check: string, all: readonly Evidence[]) => {
  const { passed, cause } = judge(all)[check]!;
  return [passed, cause.code, cause.params];
};
export const elsewhere = <T extends Evidence>(item: T): T => ({
  ...item,
  id: `${item.id}-elsewhere`,
  subjects: [
    { kind: 'repository', uri: 'https://github.com/other/ledger' },
    ...item.subjects.slice(1),
  ],
});
