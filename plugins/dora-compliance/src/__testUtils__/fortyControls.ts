import {
  Area,
  areaTitles,
  ComplianceView,
  type ControlStatus,
  Severity,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { countStatuses } from '../tab/groupControls';
import { approval, compliance } from './ledgerViews';

/** How many controls each layer of the catalog has. */
const LAYERS = { GOV: 8, CIC: 8, CHG: 8, EVD: 6, PRD: 5, XCT: 5 };

/** What each control has, in turn: 7 are not assessed for three reasons. */
const RESULTS: readonly [ControlStatus, string, times: number][] = [
  ['not-satisfied', 'no-approval', 4],
  ['not-assessed', 'state-not-observed', 4],
  ['not-assessed', 'evidence-stale', 2],
  ['not-assessed', 'evidence-incomplete', 1],
  ['risk-accepted', 'risk-accepted', 1],
  ['not-applicable', 'does-not-apply', 5],
  ['not-applicable', 'none-observed', 2],
  ['satisfied', 'all-checks-passed', 21],
];

const codes = Object.entries(LAYERS).flatMap(([layer, count]) =>
  Array.from({ length: count }, (_, place) => `${layer}-0${place + 1}`),
);
const results = RESULTS.flatMap(([status, code, times]) =>
  Array.from({ length: times }, () => ({ status, code })),
);

/** Spreads the statuses over layers and areas: 7 and 40 have no common divisor. */
const controls = codes.map((code, place) => {
  const result = results[(place * 7) % results.length]!;
  return {
    ...approval,
    control: {
      id: `${code.toLowerCase()}-control`,
      code,
      title: `Title of ${code}`,
      area: Area.options[place % Area.options.length]!,
      severity: Severity.options[place % Severity.options.length]!,
    },
    status: result.status,
    reason: {
      code: result.code,
      params: {},
      sentence: `The reason of ${code}.`,
    },
  };
});

const statuses = countStatuses(controls);

/** An asset with the results of forty controls, in the order of their codes. */
export const fortyControls = ComplianceView.parse({
  ...compliance,
  summary: {
    status: 'not-satisfied',
    statuses,
    applicable: 33,
    assessed: 26,
    satisfied: 21,
  },
  areas: Area.options.map(area => ({
    area,
    title: areaTitles[area],
    controls: controls.filter(({ control }) => control.area === area),
  })),
});
