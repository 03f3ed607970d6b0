import type { ControlView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { IndexedApi } from './createClient';

/** A control in both languages. */
export type BothLanguages = { en: ControlView; de: ControlView };

/** The installed controls by their ids. */
export async function readControls(
  english: IndexedApi,
  german: IndexedApi,
): Promise<ReadonlyMap<string, BothLanguages>> {
  const [{ items }, translated] = await Promise.all([
    english.listControls(),
    german.listControls(),
  ]);
  const byId = new Map(translated.items.map(one => [one.id, one]));
  return new Map(
    items.map(en => [en.id, { en, de: byId.get(en.id) ?? en }] as const),
  );
}
