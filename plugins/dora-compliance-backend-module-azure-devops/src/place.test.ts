import { organisationAt, parsePlace } from './place';
import { parseRepositoryPlace, repositoryUri } from './repositoryPlace';

const ID = '6ce954b1-ce1f-45d1-b94d-e6bf2464ba2c';

describe('the address of a repository', () => {
  it.each([
    ['https://dev.azure.com/bank/pay%20ments/_git/ledger'],
    ['https://bank@dev.azure.com/bank/pay%20ments/_git/ledger'],
    ['https://dev.azure.com/bank/DefaultCollection/pay ments/_git/ledger/'],
    ['https://bank.visualstudio.com/pay%20ments/_git/ledger'],
    ['https://bank.visualstudio.com/DefaultCollection/pay%20ments/_git/ledger'],
  ])('is the same for %s', address => {
    expect(repositoryUri(parseRepositoryPlace(address)!)).toBe(
      'https://dev.azure.com/bank/pay%20ments/_git/ledger',
    );
  });

  it('may leave out a project of the same name', () => {
    const place = parseRepositoryPlace(
      'https://dev.azure.com/bank/_git/ledger',
    );
    expect(repositoryUri(place!)).toBe(
      'https://dev.azure.com/bank/ledger/_git/ledger',
    );
  });

  it('keeps the path of a server', () => {
    const address = 'https://azure.bank.example/tfs/Main/payments/_git/ledger';
    const place = parseRepositoryPlace(address);
    expect(place).toMatchObject({
      organisation: { host: 'azure.bank.example', name: 'tfs/Main' },
      project: 'payments',
    });
    expect(repositoryUri(place!)).toBe(address);
  });

  it.each([
    [''],
    ['ledger'],
    ['https://dev.azure.com/bank/payments'],
    ['https://dev.azure.com/bank/payments/_git'],
    ['https://dev.azure.com/%zz/payments/_git/ledger'],
    ['ssh://git@ssh.dev.azure.com/v3/bank/payments/_git/ledger'],
    ['https://dev.azure.com/'],
  ])('is not "%s"', address => {
    expect(parseRepositoryPlace(address)).toBeUndefined();
  });
});

describe('the place of an address', () => {
  it.each([
    [`https://dev.azure.com/bank/${ID}/_apis/build/Builds/2`, 'bank', ID],
    ['https://dev.azure.com/bank/_apis/git/repositories/x', 'bank', undefined],
    [
      'http://vsrm.dev.azure.com/bank/DefaultCollection/payments/_apis/Release/releases/1',
      'bank',
      'payments',
    ],
    ['https://bank.vsrm.visualstudio.com/payments/_apis/x', 'bank', 'payments'],
    [`https://azure.bank.example/Main/${ID}/_apis/x`, 'Main', ID],
    ['https://azure.bank.example/Main/_apis/x', 'Main', undefined],
    [`https://azure.bank.example/Main/${ID}/_build/x`, 'Main', ID],
    ['https://dev.azure.com/bank/web/build.aspx?pcguid=x', 'bank', undefined],
    [
      'http://tfs.bank.example/tfs/Main/web/build.aspx?pcguid=x',
      'tfs/Main',
      undefined,
    ],
    [
      'http://tfs.bank.example/tfs/pay/pay/_apis/Release/releases/4',
      'tfs/pay',
      'pay',
    ],
  ])('of %s', (address, name, project) => {
    const place = parsePlace(address);
    expect(place?.organisation.name).toBe(name);
    expect(place?.project).toBe(project);
  });
});

describe('the organisation at an address', () => {
  it.each([
    ['https://dev.azure.com/bank/', 'https://dev.azure.com/bank'],
    [
      'https://bank.visualstudio.com/DefaultCollection/',
      'https://dev.azure.com/bank',
    ],
    [
      'http://tfs.bank.example:8080/tfs/Main/',
      'http://tfs.bank.example:8080/tfs/Main',
    ],
    ['', undefined],
    ['https://tfs.bank.example/', undefined],
  ])('%s', (address, url) => {
    expect(organisationAt(address)?.url).toBe(url);
  });
});
