import {
  type OperationName,
  operations,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { ictAssetConditions } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import {
  type BankReader,
  type BankRequest,
  BankUnderTest,
} from './__testUtils__/BankUnderTest';
import { bankControls } from './__testUtils__/bankControls';
import { FreshDatabases } from './__testUtils__/FreshDatabases';

const databases = new FreshDatabases();
const HIDDEN = 'vault';
const NOBODY = 'nobody-has-it';
const DIGEST = `sha256:${'0'.repeat(64)}`;

const reading = ictAssetConditions.isOwner({ claims: ['group:default/team'] });
const isShown = (ref: string) => ref !== `component:default/${HIDDEN}`;

/** Three ways in which an asset may be hidden. */
const readers: BankReader[] = [
  { name: 'the catalog hides', reads: isShown },
  { name: 'a rule hides', reads: () => true, seesAll: true, reading },
  {
    name: 'a rule hides in a catalog that depends on the entity',
    reads: () => true,
    reading,
  },
];

const names = Object.keys(operations) as OperationName[];
const ofAsset = names.filter(name => operations[name].needs === 'asset');
const ofScope = names.filter(
  name => 'of' in operations[name].query.shape && !operations[name].body,
);

/** Every way to ask about one asset. */
function listRequests(name: string): [OperationName, BankRequest][] {
  const ref = `component:default/${name}`;
  return [
    ...ofAsset.map((one): [OperationName, BankRequest] => [
      one,
      {
        params: {
          kind: 'component',
          namespace: 'default',
          name,
          controlId: bankControls[0]!.id,
          evidenceId: DIGEST,
          digest: DIGEST,
        },
        ...(one === 'readProductionChange' && {
          query: { deployment: '1', environment: 'production' },
        }),
      },
    ]),
    ...ofScope.map((one): [OperationName, BankRequest] => [
      one,
      {
        query: {
          of: 'asset',
          ref,
          from: '2020-01-01',
          since: '2020-01-01T00:00:00.000Z',
        },
      },
    ]),
    ['listActions', { query: { assetRef: ref } }],
    ['listScores', { query: { ref } }],
  ];
}

describe.each(databases.eachSupportedId())('on %s', databaseId => {
  describe.each(readers)('an asset that $name', reader => {
    let bank: BankUnderTest;
    beforeAll(async () => {
      bank = await BankUnderTest.on(databases, databaseId, {
        has: () => true,
        reader,
      });
    });
    afterAll(() => bank.stop());

    async function ask([name, asked]: [OperationName, BankRequest]) {
      bank.work.length = 0;
      const answer = await bank.ask(name, asked);
      return { answer, work: [...bank.work].sort() };
    }

    const requests = listRequests(NOBODY).map(
      (request, place) => [request[0], place] as const,
    );
    it.each(requests)(
      'takes %s the same work as one that does not exist',
      async (_, place) => {
        const hidden = await ask(listRequests(HIDDEN)[place]!);
        const nobody = await ask(listRequests(NOBODY)[place]!);
        expect(hidden.answer.replaceAll(HIDDEN, NOBODY)).toBe(nobody.answer);
        expect(hidden.work).toEqual(nobody.work);
        expect(hidden.answer).toMatch(/^(404|200 .*"items":\[\])/);
      },
    );
  });
});
