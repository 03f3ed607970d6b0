import type {
  EvidenceOrigin,
  EvidenceType,
  SettingsPage,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { fixMessages } from '../../translation/messages/fixMessages';

type Settings = keyof typeof fixMessages.set;

/** A page of settings, what is set there, and the source that reads it. */
type ListedPage = SettingsPage & {
  type: EvidenceType;
  source: EvidenceOrigin['sources'][number];
};

/** The types of evidence that report settings. */
const SETTINGS: Readonly<Record<Settings, true>> = {
  'branch-protection-observed': true,
  'credentials-observed': true,
  'environment-protection-observed': true,
  'log-retention-observed': true,
  'organization-settings-observed': true,
  'pipeline-definition-observed': true,
  'pipeline-settings-observed': true,
  'repository-access-observed': true,
  'runners-observed': true,
  'secrets-observed': true,
};

/** Whether a type of evidence has a name as a setting. */
export function isSettings(type: EvidenceType): type is Settings {
  return Object.hasOwn(SETTINGS, type);
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
