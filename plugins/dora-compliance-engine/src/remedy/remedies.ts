import type {
  ControlReasons,
  LineageReasons,
  PopulationReasons,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { byItself, byOwner, bySource } from './groups';
import type { FineCode } from './RemediedCode';
import type { RemediesFor } from './Remedy';

const controlRemedies: RemediesFor<
  ControlReasons,
  FineCode & keyof ControlReasons
> = {
  'assertion-error': { who: ['control-author'] },
  'assertion-false': byOwner,
  'assessment-failed': byItself,
  'asset-not-linked': byOwner,
  'evaluation-failed': { who: ['control-author', 'backstage-administrator'] },
  'evidence-gap': bySource,
  'evidence-late': bySource,
  'evidence-stale': bySource,
  'evidence-unverified': bySource,
  'not-yet-assessed': byItself,
  'not-yet-observed': byItself,
  'source-silent': bySource,
  'value-missing': { who: ['source-administrator', 'control-author'] },
};

const populationRemedies: RemediesFor<
  PopulationReasons,
  FineCode & keyof PopulationReasons
> = {
  'branch-read-no-longer': { who: ['source-administrator', 'asset-owner'] },
  'deployments-failed-only': byOwner,
  'event-never-observed': { who: ['source-administrator', 'asset-owner'] },
  'evidence-incomplete': bySource,
  'findings-not-reported': bySource,
  'evidence-not-recorded': { who: ['asset-owner', 'risk-function'] },
  'incident-not-detected': { who: ['incident-manager'] },
  'incidents-unheard': { who: ['source-administrator', 'incident-manager'] },
  'interval-start-unknown': { who: ['source-administrator'] },
  'never-scanned': { who: ['source-administrator', 'asset-owner'] },
  'organization-not-read': {
    who: ['source-administrator', 'code-host-administrator'],
  },
  'state-not-observed': bySource,
};

const lineageRemedies: RemediesFor<
  LineageReasons,
  FineCode & keyof LineageReasons
> = {
  'baseline-unknown': { who: ['source-administrator'] },
  'push-incomplete': bySource,
  'release-range-incomplete': { who: ['source-administrator'] },
  'release-range-unknown': { who: ['source-administrator'] },
  'commit-unknown': byOwner,
};

/** The remedies of reasons that no judgement brings. */
export const remedies = {
  ...controlRemedies,
  ...lineageRemedies,
  ...populationRemedies,
};
