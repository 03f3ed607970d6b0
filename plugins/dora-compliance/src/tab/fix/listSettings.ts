import type {
  EvidenceOrigin,
  EvidenceType,
  SettingsPage,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { fixMessages } from '../../translation/messages/fixMessages';

type Settings = keyof typeof fixMessages.set;

/** A page of settings, what is set there, and the source that reads it. */
type ListedPage = SettingsPage & {
  type: EvidenceType;
  source: EvidenceOrigin['sources'][number];
};

/** Whether a type of evidence has a name as a setting. */
export function isSettings(type: EvidenceType): type is Settings {
  return Object.hasOwn(fixMessages.set, type);
}

/** The pages where that is set which the failing checks were decided by, each once. */
export function listSettings(
  reads: readonly EvidenceOrigin[],
  types: ReadonlySet<EvidenceType>,
): ListedPage[] {
  const found = new Map<string, ListedPage>();
  for (const { type, sources } of reads) {
    for (const source of types.has(type) ? sources : []) {
      for (const page of source.settings ?? []) {
        if (!found.has(page.uri)) {
          found.set(page.uri, { ...page, type, source });
        }
      }
    }
  }
  return [...found.values()];
}
