import type {
  Evidence,
  IctAsset,
  Subject,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { EvidenceIndex } from '../lineage/EvidenceIndex';
import { builtIn } from '../registry/builtIn';
import { asset, at } from './story';

export const DAY = 24 * 60;
export const day = (number: number) => at(number * DAY);
export const NOW = day(100);
export type Clause = Parameters<typeof builtIn.createPopulation>[0];

/** The members of a population by some evidence. */
export function findMembers(
  clause: Clause,
  all: readonly Evidence[],
  more: { sourceHeard?: boolean; asset?: Partial<IctAsset> } = {},
) {
  return builtIn.createPopulation(clause).find({
    asset: { ...asset, ...more.asset },
    index: new EvidenceIndex(all, NOW),
    asOf: NOW,
    sourceHeard: more.sourceHeard ?? true,
  });
}

/** What describes each of them. */
export const listMembers = (...of: Parameters<typeof findMembers>) =>
  findMembers(...of).members.map(({ describes }) => describes);

/** A piece of evidence that has no subject of a kind. */
export const without = (item: Evidence, kind: Subject['kind']) =>
  ({
    ...item,
    id: `${item.id}-bare`,
    subjects: item.subjects.filter(one => one.kind !== kind),
  } as unknown as Evidence);
