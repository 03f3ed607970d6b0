import { BankUnderTest } from './__testUtils__/BankUnderTest';
import { subjectHash } from './ledger/keep/subjectHash';
import { typeNumber } from './ledger/keep/typeNumber';
import { FreshDatabases } from './__testUtils__/FreshDatabases';

const databases = new FreshDatabases();
const spoiled = 'component:default/ledger';

const toParams = (entityRef: string) => {
  const [kind = '', rest = ''] = entityRef.split(':');
  const [namespace = '', name = ''] = rest.split('/');
  return { kind, namespace, name };
};

describe.each(databases.eachSupportedId())('on %s', databaseId => {
  let bank: BankUnderTest;
  beforeAll(async () => {
    bank = await BankUnderTest.on(databases, databaseId, {
      has: () => true,
      reader: { name: 'everything', reads: () => true, seesAll: true },
    });
  });
  afterAll(() => bank.stop());

  /** Codes of the reasons on the page of an asset, without its own record. */
  const readReasons = async (entityRef: string) => {
    const text = await bank.ask('readCompliance', {
      params: toParams(entityRef),
    });
    const page = JSON.parse(text.slice('200 '.length));
    return page.areas.flatMap(({ controls }: any) =>
      controls.map(({ status, reason }: any) => [
        status,
        reason.code,
        reason.sentence,
      ]),
    );
  };

  it('evidence that can not be read leaves its asset not assessed, and others as they were', async () => {
    const { knex } = bank;
    const others = await knex('asset')
      .whereNot('entity_ref', spoiled)
      .pluck('entity_ref');
    const before = await Promise.all(others.map(readReasons));
    const keys: string[] = await knex('asset_identifier')
      .where('entity_ref', spoiled)
      .pluck('subject_key');
    const row = await knex('evidence')
      .join(
        'evidence_subject',
        'evidence_subject.evidence_number',
        'evidence.number',
      )
      .whereIn('subject', keys.map(subjectHash))
      .where('evidence.type', 'service-deployed')
      .first('evidence.*', 'evidence_subject.subject');
    const { subject, number: _, ...evidence } = row;
    const id = `sha256:${'f'.repeat(64)}`;
    const [{ number }] = await knex('evidence')
      .insert({ ...evidence, id, predicate: '{' })
      .returning('number');
    await knex('evidence_subject').insert({
      subject,
      evidence_number: number,
      type: typeNumber(evidence.type),
      observed_at: evidence.observed_at,
    });
    const controls = await knex('control').pluck('id');
    await knex('assessment_queue')
      .insert(
        [spoiled, ...others].flatMap(entity_ref =>
          controls.map(control_id => ({
            entity_ref,
            control_id,
            due_at: bank.now(),
          })),
        ),
      )
      .onConflict(['entity_ref', 'control_id'])
      .merge();
    await bank.corridor.drain();
    expect(await readReasons(spoiled)).toContainEqual([
      'not-assessed',
      'assessment-failed',
      'The last assessment of the control failed. The backend retries it automatically.',
    ]);
    expect(await Promise.all(others.map(readReasons))).toEqual(before);
  });
});
