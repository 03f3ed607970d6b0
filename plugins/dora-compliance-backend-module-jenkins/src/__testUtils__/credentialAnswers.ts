/** A text that must not be stored or logged, wherever an answer has it. */
export const CANARY = 'c4n4ry-of-the-bank';

function credential(id: string) {
  return {
    id,
    typeName: 'Secret text',
    displayName: CANARY,
    description: CANARY,
    secret: CANARY,
    password: CANARY,
  };
}

const store = (...domains: string[]) => ({
  _class: 'com.cloudbees.plugins.credentials.CredentialsStoreAction',
  domains: Object.fromEntries(
    domains.map(name => [name, { _class: 'x.DomainWrapper', value: CANARY }]),
  ),
});

/** What the stores of a controller and of the folder `bank` answer. */
export const credentialAnswers: Readonly<Record<string, unknown>> = {
  '/credentials/store/system/api/json': store('_', 'git hosts'),
  '/credentials/store/system/domain/_/api/json': {
    credentials: [credential('registry')],
  },
  '/credentials/store/system/domain/git%20hosts/api/json': {
    credentials: [credential('git')],
  },
  '/job/bank/credentials/store/folder/api/json': store('_'),
  '/job/bank/credentials/store/folder/domain/_/api/json': {
    credentials: [credential('deploy')],
  },
};
