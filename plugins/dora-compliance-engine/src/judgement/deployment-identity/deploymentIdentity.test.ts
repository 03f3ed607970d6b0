import type {
  AccountClaim,
  Identity,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { compileControl } from '../../control/compileControl';
import { evaluateControl } from '../../evaluate/evaluateControl';
import { assertingOver } from '../../testing/assess';
import { asset, at, deployed, person } from '../../testing/story';

const control = compileControl(
  assertingOver(
    {
      each: 'deployment',
      within: 'P90D',
      where: { environment: 'production' },
    },
    'deployment.identity.satisfied',
  ),
);

const anna: AccountClaim = {
  key: 'github.com/anna',
  userRef: 'user:default/anna',
  how: 'explicit',
};

function judge(deployers: readonly (Identity | undefined)[]) {
  const evidence = deployers.map((deployer, place) => ({
    ...deployed(
      90 + place,
      'c',
      deployer ? { deployer } : { deployer: undefined as never },
    ),
    sourceId: `source-${place}`,
  }));
  const { rows } = evaluateControl(control, {
    asset,
    asOf: at(24 * 60),
    evidence: evidence as never[],
    sourceHeard: true,
    gaps: [],
    people: [
      anna,
      { ...anna, key: 'mailto:anna@meridian.example', how: 'email' },
    ],
  });
  return rows.map(({ status, checks }) => [
    status,
    ...checks.map(({ cause }) => cause.code),
  ]);
}

it('looks at each account that two systems report for one deployment', () => {
  const machine = person('argo', 'bot');
  expect(judge([person('anna'), machine])).toEqual([
    ['satisfied', 'deployed-by-person', 'deployed-by-machine'],
  ]);
  expect(judge([machine, person('erik')])).toEqual([
    ['not-assessed', 'deployed-by-machine', 'deployed-by-unknown-account'],
  ]);
});

it('does not know who deployed if nobody reports it', () => {
  expect(judge([undefined])).toEqual([['not-assessed', 'deployed-by-untold']]);
});

it('does not know who has an address, which anybody may write', () => {
  const address: Identity = {
    system: 'github.com',
    email: 'anna@meridian.example',
    kind: 'unknown',
  };
  expect(judge([address])).toEqual([
    ['not-assessed', 'deployed-by-unknown-account'],
  ]);
});
