import type { Entity } from '@backstage/catalog-model';
import { findDeclaration } from './findDeclaration';
import { explainProblem } from './readDeclaration';

function resource(dora: unknown, type = 'database'): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: { name: 'store' },
    spec: { type, dora } as Entity['spec'],
  };
}

const sentences = (dora: unknown, type?: string) =>
  findDeclaration(resource(dora, type)).problems.map(explainProblem);

describe('findDeclaration', () => {
  it('keeps what is right and names what is wrong', () => {
    const { declared, problems } = findDeclaration(
      resource({
        location: 'aws:eu-central-1',
        continuity: { rto: '2 hours', rpo: 'PT0S' },
        exposure: { level: 'public' },
        colour: 'blue',
      }),
    );
    expect(declared).toEqual({ location: 'aws:eu-central-1' });
    expect(problems.map(explainProblem)).toEqual([
      'spec.dora.continuity.rto is "2 hours"; it must be an ISO 8601 duration of at most a year, such as PT2H',
      'spec.dora.exposure.level is "public"; it must be internet, indirect, or none',
      expect.stringMatching(
        /^spec\.dora\.colour is "blue"; it is not a known field; the fields are id, location, /,
      ),
    ]);
  });

  it.each([
    ['text', 'spec.dora is "text"; it must be a block of fields'],
    [[], 'spec.dora is []; it must be a block of fields'],
    [
      { lastReview: '31.3.2026' },
      'spec.dora.lastReview is "31.3.2026"; it must be a day such as 2026-03-31',
    ],
    [
      { support: {} },
      'spec.dora.support is {}; it must have regularEnd, extendedEnd, customEnd, or notApplicable',
    ],
    [
      { continuity: { rto: 'PT2H' } },
      'spec.dora.continuity.rpo is missing; it must be of type string',
    ],
    [
      { classification: { criticality: 'standard', tier: 3 } },
      'spec.dora.classification is {"criticality":"standard","tier":3}; it must not have tier',
    ],
    [
      { functions: ['a:b:c/d'] },
      'spec.dora.functions.0 is "a:b:c/d"; it must be an entity reference such as resource:payments',
    ],
  ])('says what is wrong with %j', (dora, sentence) => {
    expect(sentences(dora)).toEqual([sentence]);
  });

  it('knows functions and providers by their type, of resources only', () => {
    expect(
      findDeclaration(resource({ critical: 'yes' }, 'business-function')),
    ).toEqual({ of: 'function', declared: { critical: 'yes' }, problems: [] });
    expect(
      sentences({ lei: 'INR2EJN1ERAN0W5ZP973' }, 'ict-third-party-provider'),
    ).toEqual([
      'spec.dora.lei is "INR2EJN1ERAN0W5ZP973"; it must be an LEI with valid check digits',
    ]);
    const component = {
      ...resource({}, 'business-function'),
      kind: 'Component',
    };
    expect(findDeclaration(component).of).toBe('asset');
  });

  it('reads the annotation where there is no block', () => {
    const annotated = (text: string): Entity => ({
      ...resource(undefined),
      metadata: {
        name: 'store',
        annotations: { 'dora-compliance.io/declaration': text },
      },
    });
    expect(findDeclaration(annotated('{"location":"Frankfurt"}'))).toEqual({
      of: 'asset',
      declared: { location: 'Frankfurt' },
      problems: [],
    });
    expect(findDeclaration(annotated('{')).problems).toEqual([
      {
        field: 'metadata.annotations.dora-compliance.io/declaration',
        value: '{',
        rule: 'json',
        params: {},
      },
    ]);
  });

  it('is not led astray by names every object has', () => {
    expect(sentences(JSON.parse('{"__proto__":{"location":"x"}}'))).toEqual([
      expect.stringContaining('spec.dora.__proto__'),
    ]);
    expect(sentences({ constructor: 1 })).toEqual([
      expect.stringContaining('is not a known field'),
    ]);
  });
});
