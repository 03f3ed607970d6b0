import {
  Control,
  InventoryItemView,
  type InventoryPage,
  ScorecardView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

const none = {
  'not-applicable': 0,
  satisfied: 0,
  'risk-accepted': 0,
  'not-assessed': 0,
  'not-satisfied': 0,
};

/** The installed control, with a title in German, too. */
export const approval = Control.parse({
  id: 'chg-02-independent-approval',
  code: 'CHG-02',
  title: 'Independent approval',
  objective: 'Nobody approves their own change.',
  provisions: [
    { act: 'DORA', ref: '9(4)(e)', relation: 'supports' },
    { act: 'DORA', ref: 'whole', relation: 'supports' },
    { act: 'ITS-2024/2956', ref: 'B_05.01', relation: 'supports' },
  ],
  lens: { area: 'access-and-segregation' },
  appliesTo: { kind: 'component' },
  severity: {
    'critical-or-important': 'critical',
    important: 'high',
    standard: 'medium',
  },
  population: { each: 'asset', from: 'ownership-observed', within: 'P30D' },
  assess: [{ id: 'it', text: 'Two people.', assert: 'true' }],
  remediation: 'Let another person approve.',
});

/** A control with other words. */
export const gates = Control.parse({
  ...approval,
  id: 'chg-03-gates',
  code: 'CHG-03',
  title: 'Mandatory gates',
  objective: 'Gates can not be left out.',
  provisions: [{ act: 'RTS-2024/1774', ref: '17(1)', relation: 'supports' }],
  assess: [{ id: 'it', text: 'All of them.', assert: 'true' }],
  remediation: 'Protect the branch.',
});

export const inGerman: Control = {
  ...approval,
  title: 'Unabhängige Freigabe',
  objective: 'Niemand gibt eigene Änderungen frei.',
};

const statuses = { ...none, 'not-satisfied': 1 };

/** An asset that does not satisfy the control. */
export function createAsset(name: string) {
  const entityRef = `component:default/${name}`;
  return {
    item: InventoryItemView.parse({
      entityRef,
      id: `ict-${name}`,
      kind: 'component',
      title: name.toLocaleUpperCase('en-US'),
      type: 'service',
      owner: { entityRef: 'group:default/guards', title: 'Guards' },
      system: { entityRef: 'system:default/secret-system', title: 'Secret' },
      functions: [
        { entityRef: 'resource:default/secret-function', title: 'F' },
      ],
      criticality: 'critical-or-important',
      declaredBelowComputed: false,
      missing: [],
      problems: 0,
      review: { state: 'never' },
      outOfSupport: false,
      score: { worst: 'not-satisfied', statuses, coverage: 1, compliance: 0 },
    }),
    scored: {
      entityRef,
      title: name.toLocaleUpperCase('en-US'),
      criticality: 'critical-or-important' as const,
      score: { statuses, coverage: 1, compliance: 0 },
      results: {
        [approval.id]: 'not-satisfied' as const,
        'chg-99-gone': 'not-satisfied' as const,
      },
    },
  };
}

type Asset = ReturnType<typeof createAsset>;

/** A page of the inventory with one asset. */
export function toInventoryPage(
  assets: readonly Asset[],
  place: number,
): InventoryPage {
  return {
    items: assets.slice(place, place + 1).map(({ item }) => item),
    ...toNext(assets, place),
  };
}

/** A page of the scorecard of the organization with one asset. */
export function toScorecardPage(assets: readonly Asset[], place: number) {
  return ScorecardView.parse({
    of: 'organization',
    assets: assets.length,
    isPartial: false,
    formula: 1,
    score: { statuses: none },
    areas: [],
    layers: [],
    controls: [],
    items: assets.slice(place, place + 1).map(({ scored }) => scored),
    ...toNext(assets, place),
  });
}

function toNext(assets: readonly Asset[], place: number) {
  return place + 1 < assets.length ? { nextCursor: String(place + 1) } : {};
}
