import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  compareCriticality,
  explainProblem,
  type IctAsset,
  isDeclaredBelowComputed,
  isLei,
  PIPELINE_TYPE,
  pipelineUrn,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { buildInventory } from './__testUtils__/buildInventory';
import { readCatalog, listReferences } from './__testUtils__/readCatalog';

/** The day the reviews and ends of support are told for. */
const TODAY = '2026-11-25';
const A_YEAR_AGO = '2025-11-25';

const missingByPlan = {
  'component:default/corporate-website': ['exposure'],
  'component:default/identity-check': ['continuity'],
  'resource:default/branch-locator-release': ['continuity'],
  'resource:default/fraud-features': ['continuity'],
};

/** Pipelines of other systems than GitHub, as their discovery names them. */
const others: Record<string, string> = {
  'branch-locator':
    'urn:cicd:gitlab.meridian.example:digital-channels/branch-locator:.gitlab-ci.yml',
  'corporate-website':
    'urn:cicd:ci.meridian.example:jenkins:digital-channels/corporate-website',
  newsletter: 'urn:cicd:dev.azure.com:meridian-bank/digital-channels:12',
  'postcode-lookup':
    'urn:cicd:ci.meridian.example:jenkins:onboarding/postcode-lookup',
};

function nameWorkflow(repository: string, file: string): string {
  const { host, pathname } = new URL(repository);
  return pipelineUrn({
    host,
    project: pathname.slice(1),
    definition: `.github/workflows/${file}.yml`,
  });
}

let entities: Entity[];
let bank: ReturnType<typeof buildInventory>;
let services: IctAsset[];
let pipelines: IctAsset[];

const refs = (assets: readonly { entityRef: string }[]) =>
  assets.map(({ entityRef }) => entityRef).sort();

beforeAll(async () => {
  entities = await readCatalog();
  bank = buildInventory(entities);
  services = bank.assets.filter(({ type }) => type === 'service');
  pipelines = bank.assets.filter(({ type }) => type === PIPELINE_TYPE);
});

describe('the catalog of the bank', () => {
  it('has as much as was planned', () => {
    const systems = entities.filter(({ kind }) => kind === 'System');
    expect({
      functions: bank.functions.length,
      providers: bank.providers.length,
      systems: systems.length,
      services: services.length,
      pipelines: pipelines.length,
    }).toEqual({
      functions: 3,
      providers: 4,
      systems: 3,
      services: 12,
      pipelines: 15,
    });
    const names = entities.map(stringifyEntityRef);
    expect(names).toHaveLength(new Set(names).size);
  });

  it('refers to nothing that is not there but a team that was dissolved', () => {
    const known = new Set(entities.map(stringifyEntityRef));
    const unknown = entities.flatMap(entity =>
      listReferences(entity)
        .filter(target => !known.has(target))
        .map(target => `${stringifyEntityRef(entity)} ${target}`),
    );
    expect(unknown).toEqual([
      'component:default/cheque-archive group:default/legacy-payments',
    ]);
  });

  it('has at least two members in each team', () => {
    const teams = entities.filter(({ spec }) => spec?.type === 'team');
    const sizes = teams.map(({ metadata }) => {
      const members = entities.filter(
        ({ kind, spec }) =>
          kind === 'User' &&
          (spec?.memberOf as string[]).includes(metadata.name),
      );
      return members.length;
    });
    expect(sizes).toHaveLength(9);
    expect(Math.min(...sizes)).toBe(2);
  });

  it('knows its functions in full', () => {
    expect(
      bank.functions.map(({ entityRef, declared, problems }) => ({
        entityRef,
        id: declared.functionId,
        critical: declared.critical,
        objectives: [declared.rto, declared.rpo],
        fields: Object.keys(declared).length,
        problems,
      })),
    ).toEqual([
      {
        entityRef: 'resource:default/payments',
        id: 'F1',
        critical: 'yes',
        objectives: ['PT2H', 'PT1H'],
        fields: 8,
        problems: [],
      },
      {
        entityRef: 'resource:default/customer-onboarding',
        id: 'F2',
        critical: 'yes',
        objectives: ['PT8H', 'PT4H'],
        fields: 8,
        problems: [],
      },
      {
        entityRef: 'resource:default/marketing-site',
        id: 'F3',
        critical: 'no',
        objectives: ['P1D', 'P1D'],
        fields: 8,
        problems: [],
      },
    ]);
  });

  it('knows its providers by valid identifiers, services and contract', () => {
    expect(
      bank.providers.map(({ declared }) => declared.services).sort(),
    ).toEqual([['S17'], ['S19'], ['S19'], ['S19']]);
    for (const { declared, problems } of bank.providers) {
      expect(problems).toEqual([]);
      expect(isLei(declared.lei ?? '')).toBe(true);
      expect(declared.contract).toMatch(/^MB-ICT-\d{4}-\d{3}$/);
      expect(declared.subcontractors?.length).toBeGreaterThan(0);
    }
    const contracts = bank.providers.map(({ declared }) => declared.contract);
    expect(new Set(contracts).size).toBe(4);
  });

  it('names its pipelines as they would be discovered', () => {
    for (const { entityRef, declared, repositories, ownerRef } of pipelines) {
      const { urn, canDeploy, deploys, environments } = declared.pipeline!;
      const service = path.basename(repositories[0]!);
      const run = /\.github\/workflows\/([a-z-]+)\.yml$/.exec(urn);
      expect(urn).toBe(
        run ? nameWorkflow(repositories[0]!, run[1]!) : others[service],
      );
      expect(entityRef).toBe(
        `resource:default/${service}-${run?.[1] ?? 'release'}`,
      );
      expect(deploys).toEqual(canDeploy ? [`component:${service}`] : undefined);
      const production = canDeploy ? ['production'] : [];
      expect(environments ?? []).toEqual(expect.arrayContaining(production));
      const of = bank.assets.find(
        asset => asset.entityRef === `component:default/${service}`,
      );
      expect(ownerRef).toBe(of!.ownerRef);
    }
    expect(Object.keys(others)).toHaveLength(4);
    expect(
      pipelines.filter(({ declared }) => !declared.pipeline!.canDeploy),
    ).toHaveLength(3);
  });
});

describe('what is planted in the catalog', () => {
  it('are four records with a gap, and no other', () => {
    const found = bank.assets
      .map(asset => [asset.entityRef, bank.missing(asset)] as const)
      .filter(([, missing]) => missing.length > 0);
    expect(Object.fromEntries(found)).toEqual(missingByPlan);
  });

  it('is one wrong value', () => {
    const found = bank.assets.flatMap(({ entityRef, problems }) =>
      problems.map(problem => `${entityRef} ${explainProblem(problem)}`),
    );
    expect(found).toEqual([
      'component:default/corporate-website spec.dora.exposure.level is "public"; it must be internet, indirect, or none',
    ]);
  });

  it('is one component declared below what it is', () => {
    const found = bank.assets.filter(({ entityRef }) =>
      isDeclaredBelowComputed(bank.getCriticality(entityRef)),
    );
    expect(refs(found)).toEqual(['component:default/postcode-lookup']);
    const { declared, computed } = bank.getCriticality(found[0]!.entityRef);
    expect([declared, computed]).toEqual(['standard', 'critical-or-important']);
  });

  it('are two overdue reviews and one that never was', () => {
    const reviews = bank.assets.map(({ entityRef, declared }) => ({
      entityRef,
      on: declared.lastReview,
    }));
    expect(
      refs(reviews.filter(({ on }) => on !== undefined && on < A_YEAR_AGO)),
    ).toEqual([
      'component:default/newsletter',
      'resource:default/cheque-images',
    ]);
    expect(refs(reviews.filter(({ on }) => on === undefined))).toEqual([
      'resource:default/identity-documents',
    ]);
    expect(reviews.filter(({ on }) => (on ?? '') > TODAY)).toEqual([]);
  });

  it('is a tool past the end of its support that three pipelines use', () => {
    const ended = bank.assets.filter(({ declared: { support = {} } }) => {
      const { regularEnd, extendedEnd, customEnd } = support;
      const last = [regularEnd, extendedEnd, customEnd]
        .filter(day => day !== undefined)
        .sort()
        .at(-1);
      return last !== undefined && last < TODAY;
    });
    expect(refs(ended)).toEqual(['resource:default/legacy-jenkins']);
    expect(ended[0]!.declared.legacyAssessment).toBeUndefined();
    const users = entities.filter(entity =>
      listReferences(entity).includes('resource:default/legacy-jenkins'),
    );
    expect(users.map(stringifyEntityRef).sort()).toEqual([
      'resource:default/corporate-website-release',
      'resource:default/postcode-lookup-release',
      'resource:default/statement-renderer-print-batch',
    ]);
  });

  it('is one pipeline without a provider', () => {
    expect(
      refs(pipelines.filter(({ providerRef }) => providerRef === undefined)),
    ).toEqual(['resource:default/customer-registry-release']);
  });

  it('is listed in the README', () => {
    const readme = readFileSync(path.join(__dirname, '../README.md'), 'utf8');
    for (const entityRef of [
      ...Object.keys(missingByPlan),
      'component:default/postcode-lookup',
      'component:default/newsletter',
      'resource:default/cheque-images',
      'resource:default/identity-documents',
      'resource:default/legacy-jenkins',
      'resource:default/customer-registry-release',
    ]) {
      expect(readme).toContain(`| \`${entityRef.replace('default/', '')}\``);
    }
  });
});

describe('how critical things of the bank are', () => {
  it('is told for pipelines by what they deploy, from the function on', () => {
    const ofPayments = refs(
      services.filter(({ systemRef }) => systemRef?.endsWith('/payments')),
    );
    const deploying = pipelines.filter(({ declared }) =>
      declared.pipeline!.deploys?.some(service =>
        ofPayments.includes(service.replace(':', ':default/')),
      ),
    );
    expect(refs(deploying)).toEqual([
      'resource:default/fraud-scoring-release',
      'resource:default/ledger-release',
      'resource:default/payment-gateway-release',
      'resource:default/statement-renderer-print-batch',
      'resource:default/statement-renderer-release',
    ]);
    for (const { entityRef, declared } of deploying) {
      const { level, computed, because } = bank.getCriticality(entityRef);
      const service = declared.pipeline!.deploys![0]!;
      expect([level, computed]).toEqual(Array(2).fill('critical-or-important'));
      expect(because).toEqual([
        { entityRef: 'resource:default/payments' },
        { entityRef: 'system:default/payments', relation: 'supported-by' },
        {
          entityRef: service.replace(':', ':default/'),
          relation: 'has-part',
        },
        { entityRef, relation: 'deployed-by' },
      ]);
    }
  });

  it('stays standard where nothing critical depends on it', () => {
    const standard = bank.assets.filter(
      ({ entityRef }) => bank.getCriticality(entityRef).level === 'standard',
    );
    expect(refs(standard)).toEqual([
      'component:default/branch-locator',
      'component:default/corporate-website',
      'component:default/newsletter',
      'resource:default/branch-locator-release',
      'resource:default/content-database',
      'resource:default/corporate-website-release',
      'resource:default/newsletter-release',
    ]);
  });

  it('reaches what all pipelines share, and the providers', () => {
    for (const entityRef of [
      'resource:default/linux-runners',
      'resource:default/container-registry',
      'resource:default/secret-store',
      'resource:default/legacy-jenkins',
      ...refs(bank.providers),
    ]) {
      const { level, functions } = bank.getCriticality(entityRef);
      expect(compareCriticality(level, 'critical-or-important')).toBe(0);
      expect(functions).toContain('resource:default/payments');
    }
  });
});
