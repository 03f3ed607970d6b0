import type { ControlStatus } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { inEnglish } from '../read/inEnglish';
import { at } from '../testing/samples';
import { composeChanges } from './composeChanges';
import { netChanges } from './netChanges';
import type { StatusChange } from './StatusChange';

const kinds = {
  notSatisfied: true,
  notAssessed: true,
  satisfied: true,
  expiring: true,
  digest: true,
};

const step = (
  number: number,
  asset: string,
  from: ControlStatus,
  to: ControlStatus,
): StatusChange => ({
  number,
  entityRef: `component:default/${asset}`,
  controlId: 'chg-02',
  from,
  to,
  changedAt: at(number),
});

const compose = (changes: readonly StatusChange[], ownerRef: string) =>
  composeChanges(inEnglish.language, {
    ownerRef,
    changes,
    name: ({ entityRef, controlId }) => ({
      entityRef,
      controlId,
      asset: entityRef,
      control: controlId,
      severity: 'medium',
    }),
    kinds,
  });

describe('changes of one owner', () => {
  it('are those from the first status of a pair to its last', () => {
    const changes = [
      step(1, 'a', 'not-assessed', 'not-satisfied'),
      step(2, 'b', 'satisfied', 'not-assessed'),
      step(3, 'a', 'not-satisfied', 'satisfied'),
      step(4, 'b', 'not-assessed', 'satisfied'),
    ];
    expect(netChanges(changes)).toEqual([
      { ...changes[2], from: 'not-assessed' },
    ]);
    expect(
      compose(changes, 'group:default/x').map(({ topic }) => topic),
    ).toEqual(['satisfied']);
  });

  it('say nothing about pairs that no longer apply, or whose risk is accepted', () => {
    const changes = [
      step(1, 'a', 'satisfied', 'not-applicable'),
      step(2, 'b', 'not-satisfied', 'risk-accepted'),
    ];
    expect(compose(changes, 'group:default/x')).toEqual([]);
  });

  it('have one message for each kind', () => {
    const changes = [
      step(1, 'a', 'satisfied', 'not-satisfied'),
      step(2, 'b', 'satisfied', 'not-satisfied'),
      step(3, 'c', 'satisfied', 'not-assessed'),
    ];
    const messages = compose(changes, 'group:default/x');
    expect(messages.map(({ topic, scope }) => [topic, scope])).toEqual([
      ['not-satisfied', 'not-satisfied:group:default/x:1'],
      ['not-assessed', 'status:component:default/c:chg-02'],
    ]);
  });

  it.each([
    ['component:default/a satisfies the control “chg-02”', ['a chg-02']],
    [
      '2 controls of component:default/a became satisfied',
      ['a chg-02', 'a chg-05'],
    ],
    ['2 assets satisfy the control “chg-02”', ['a chg-02', 'b chg-02']],
    [
      '3 controls of 2 assets became satisfied',
      ['a chg-02', 'b chg-02', 'b chg-05'],
    ],
  ])('have the title %s', (title, pairs) => {
    const changes = pairs.map((pair, number) => {
      const [asset, controlId] = pair.split(' ') as [string, string];
      return {
        ...step(number, asset, 'not-assessed', 'satisfied'),
        controlId,
      };
    });
    expect(compose(changes, 'group:default/x')[0]!.title).toBe(title);
  });

  it('lead a person, who has no scorecard, to the worst asset', () => {
    const changes = [
      step(1, 'b', 'satisfied', 'not-satisfied'),
      step(2, 'a', 'satisfied', 'not-satisfied'),
    ];
    expect(compose(changes, 'user:default/anna')[0]!.link).toBe(
      '/catalog/default/component/a/compliance',
    );
  });
});
