import type {
  AccountClaim,
  Identity,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { compileControl } from '../../control/compileControl';
import { evaluateControl } from '../../evaluate/evaluateControl';
import { assertingOver } from '../../testing/assess';
import { asset, at, evidence, person } from '../../testing/story';

const NOW = at(100);

const control = compileControl(
  assertingOver(
    { each: 'repository', from: 'repository-access-observed', within: 'P2D' },
    'access.members.satisfied',
  ),
);

const has = (
  key: string,
  name: string,
  how: AccountClaim['how'] = 'explicit',
): AccountClaim => ({ key, userRef: `user:default/${name}`, how });

function judge(
  accounts: readonly Identity[],
  people: readonly AccountClaim[],
  mayWrite = true,
) {
  const access = evidence('repository-access-observed', at(90), {
    complete: true,
    members: accounts.map(account => ({
      ...{ account, role: 'write', admin: false, mayWrite },
    })),
  });
  const { rows } = evaluateControl(control, {
    asset,
    asOf: NOW,
    evidence: [access],
    sourceHeard: true,
    gaps: [],
    people,
  });
  const [{ cause } = { cause: undefined }] = rows[0]?.checks ?? [];
  return { status: rows[0]?.status, code: cause?.code, params: cause?.params };
}

const anna = has('github.com/anna', 'anna');
const bot = person('renovate[bot]', 'bot');

describe('accounts with write access', () => {
  it('belong to users of the catalog, or to machines', () => {
    expect(judge([person('Anna'), bot], [anna])).toMatchObject({
      status: 'satisfied',
      params: { count: 1 },
    });
    expect(judge([], [])).toMatchObject({ params: { count: 0 } });
  });

  it('are known by their address, or by who answers for them', () => {
    const mail = has('mailto:anna@bank.example', 'anna', 'email');
    const byMail = { ...person('anna'), email: 'anna@bank.example' };
    expect(judge([byMail], [mail]).status).toBe('satisfied');
    const machine = has('github.com/ci', 'anna', 'bot');
    const other = has('github.com/ci', 'erik', 'bot');
    expect(judge([person('ci')], [machine, other]).status).toBe('satisfied');
  });

  it('fail if they belong to nobody, though others of the system do', () => {
    const many = Array.from({ length: 12 }, (_, n) => person(`x${n + 10}`));
    const { status, code, params } = judge([person('anna'), ...many], [anna]);
    expect([status, code]).toEqual([
      'not-satisfied',
      'access-accounts-of-nobody',
    ]);
    expect(params).toMatchObject({
      count: 12,
      accounts: 'x10, x11, x12, x13, x14, x15, x16, x17, x18, x19, …',
    });
  });

  it('are not judged by a catalog that links none of their system', () => {
    expect(judge([person('erik')], [anna])).toMatchObject({
      status: 'not-assessed',
      code: 'access-accounts-not-linked',
      params: { count: 1, systems: 'github.com' },
    });
    const elsewhere = { ...person('erik'), system: 'gitlab.com' };
    expect(judge([person('anna'), elsewhere], [anna])).toMatchObject({
      status: 'not-assessed',
      params: { systems: 'gitlab.com' },
    });
  });

  it('are not judged if several users have one', () => {
    const twice = [anna, has('github.com/anna', 'ann')];
    expect(judge([person('anna')], twice)).toMatchObject({
      status: 'not-assessed',
      code: 'access-account-ambiguous',
      params: { account: 'anna', users: 'user:default/ann, user:default/anna' },
    });
  });

  it('are all that matter: who may only read is not asked for', () => {
    expect(judge([person('guest')], [], false).status).toBe('satisfied');
  });
});
