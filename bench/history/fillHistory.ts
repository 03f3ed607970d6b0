import type { Knex } from 'knex';
import { foldTallies } from '../../plugins/dora-compliance-backend/src/read/sources/KnexFoldTallies';
import { typeNumber } from '../../plugins/dora-compliance-backend/src/ledger/keep/typeNumber';
import * as folding from '../../plugins/dora-compliance-backend/src/read/sources/KnexFoldTallies';

/** Assets of the bank; a tenth of all evidence is about the first one. */
export const ASSETS = 100;

export const SOURCES = ['github', 'gitlab', 'jenkins', 'rare'] as const;

/** Pieces of one statement. */
const BATCH = 100_000;

/** The first piece happened then, and another one every 15 seconds. */
const BEGIN = '2021-11-29T00:00:00Z';

/** When piece `n` happened, in SQL; three at the same moment now and then. */
const at = (n: string) =>
  `timestamptz '${BEGIN}' + ((${n}) - (${n}) % 3) * interval '15 seconds'`;

/** The moment after so many pieces. */
export function computePieceTime(pieces: number): Date {
  return new Date(Date.parse(BEGIN) + pieces * 15_000);
}

/** The asset that piece `n` is about, in SQL. */
const asset = `CASE WHEN n % 10 = 0 THEN 0 ELSE 1 + n % ${ASSETS - 1} END`;

/** A digest as documents and evidence have it, in SQL. */
const digest = (text: string) =>
  `'sha256:' || encode(sha256((${text})::text::bytea), 'hex')`;

/** One source reports on one of 1,000 pieces, the others of the rest. */
const source = `CASE WHEN n % 1000 = 7 THEN 'rare'
  ELSE (ARRAY['github', 'gitlab', 'jenkins'])[1 + n % 3] END`;

/** The number of piece `n` and of its document, in SQL; the bank has others. */
const number = '100000 + n';

/** What is written for the pieces from $1 to $2, in this order. */
const statements = [
  `INSERT INTO document (number, digest, source_id, media_type, size, headers, body,
     verification, proof, received_at, origin)
   SELECT ${number}, ${digest('n')}, ${source}, 'application/json',
     length(n::text), '{}',
     n::text::bytea, 'authenticated', 'signed-body', ${at('n')}, 'pushed'
   FROM generate_series($1::int, $2::int) AS n`,
  `INSERT INTO document_outcome (document_number, state, rejection, flaws,
     decided_at)
   SELECT ${number},
     CASE n % 200 WHEN 0 THEN 'rejected' WHEN 1 THEN 'partial'
       ELSE 'normalised' END,
     CASE n % 200 WHEN 0 THEN 'not read' END,
     CASE n % 200 WHEN 1 THEN '["not read"]' END, ${at('n')}
   FROM generate_series($1::int, $2::int) AS n`,
  `INSERT INTO evidence (number, id, type, subjects, predicate, observed_at,
     recorded_at, source_id, document_number, document_digest, verification,
     proof)
   SELECT ${number}, ${digest("'e' || n")}, 'pipeline-run-finished',
     format('[{"kind":"repository","uri":"https://github.com/bank/%1$s"},'
       || '{"kind":"pipeline","uri":"urn:cicd:github.com:bank/%1$s:ci.yml"},'
       || '{"kind":"commit","digest":"gitCommit:%2$s"}]', ${asset}, md5(n::text)),
     format('{"pipeline":{"name":"ci","file":".github/workflows/ci.yml"},'
       || '"run":{"id":"%1$s","attempt":1,"url":"https://github.com/bank/%2$s/actions/runs/%1$s"},'
       || '"outcome":"success","commit":"%3$s","trigger":"push",'
       || '"finishedAt":"2026-01-01T00:00:00.000Z"}', n, ${asset}, md5(n::text)),
     ${at('n')}, ${at('n')}, ${source}, ${number}, ${digest('n')},
     'authenticated', 'signed-body'
   FROM generate_series($1::int, $2::int) AS n`,
  `INSERT INTO evidence_subject (subject, type, observed_at, evidence_number)
   SELECT substring(sha256(key::bytea) FOR 16),
     ${typeNumber('pipeline-run-finished')}, ${at('n')}, ${number}
   FROM generate_series($1::int, $2::int) AS n,
     LATERAL (VALUES (format('repository|https://github.com/bank/%s', ${asset})),
       (format('pipeline|urn:cicd:github.com:bank/%s:ci.yml', ${asset})),
       ('commit|gitCommit:' || md5(n::text))) AS keys (key)`,
  `INSERT INTO subject_activity
     (subject_key, first_observed_at, last_recorded_at)
   SELECT key, min(${at('n')}), max(${at('n')})
   FROM generate_series($1::int, $2::int) AS n,
     LATERAL (VALUES (format('repository|https://github.com/bank/%s', ${asset})),
       (format('pipeline|urn:cicd:github.com:bank/%s:ci.yml', ${asset}))
     ) AS keys (key)
   GROUP BY key
   ON CONFLICT (subject_key) DO UPDATE
   SET last_recorded_at = excluded.last_recorded_at`,
];

/** The number of a waiting document, in SQL; others have smaller ones. */
const waiting = '1000000000 + n';

/** What grows beside evidence: one of so many pieces has one. */
const besides = [
  // Waiting documents.
  `INSERT INTO document (number, digest, source_id, media_type, size, headers,
     body, verification, proof, received_at, origin)
   SELECT ${waiting}, ${digest(
    "'w' || n",
  )}, ${source}, 'application/json', 1, '{}', 'x',
     'authenticated', 'signed-body', ${at('n')}, 'pushed'
   FROM generate_series($1::int, $2::int, 1000) AS n`,
  `INSERT INTO document_queue (document_number, due_at)
   SELECT ${waiting}, ${at('n')}
   FROM generate_series($1::int, $2::int, 1000) AS n`,
  // Pipelines in no inventory.
  `INSERT INTO pipeline_sighting (subject_key, urn, name, repository, source_id,
     first_seen, last_seen)
   SELECT 'pipeline|urn:other:' || n, 'urn:other:' || n, 'ci',
     'https://github.com/other/' || n, 'github',
     ${at('n')}, ${at('n')}
   FROM generate_series($1::int, $2::int, 100) AS n`,
  // Gaps that were closed, and what closed them.
  `INSERT INTO source_gap (id, source_id, target_key, cause, from_at, to_at,
     made_good_at)
   SELECT md5(n::text), 'github', '', 'receiver-down', ${at('n')},
     ${at('n + 9')}, CASE WHEN n % 10000 > 0 THEN ${at('n + 99')} END
   FROM generate_series($1::int, $2::int, 1000) AS n`,
  `INSERT INTO backfill (id, source_id, target_key, kind, uri, since, state,
     requested_at, finished_at)
   SELECT md5(n::text), 'github',
     format('repository|https://github.com/bank/%s', n / 100 % ${ASSETS}),
     'repository', format('https://github.com/bank/%s', n / 100 % ${ASSETS}),
     ${at('n')}, 'done', ${at('n + 9')}, ${at('n + 99')}
   FROM generate_series($1::int, $2::int, 100) AS n`,
  `INSERT INTO delivery_log_read (id, source_id, since, state, requested_at,
     finished_at)
   SELECT md5(n::text), 'github', ${at('n')}, 'done', ${at('n + 9')},
     ${at('n + 99')}
   FROM generate_series($1::int, $2::int, 1000) AS n`,
  // Earlier assessments of all pairs.
  `INSERT INTO assessment (id, entity_ref, control_id, status, body, summary,
     as_of)
   SELECT md5(concat_ws('|', entity_ref, control_id, n)), entity_ref, control_id,
     'satisfied', '{}', '{}', ${at('n')}
   FROM control_status, generate_series($1::int, $2::int, 10000) AS n`,
];

/** Adds the pieces of a history from one number to another. */
export async function fillHistory(knex: Knex, from: number, to: number) {
  for (let first = from; first < to; first += BATCH) {
    const last = Math.min(first + BATCH, to) - 1;
    for (const statement of [...statements, ...besides]) {
      const text = statement.replace(/\$([12])::int/g, (_, which) =>
        String(which === '1' ? first : last),
      );
      // Not the driver's own placeholders: it would take them for bindings.
      await knex.raw(text.replaceAll('?', '\\?'));
    }
  }
  await tidy(knex, to);
}

/** What a backend does by itself every hour, and PostgreSQL in between. */
async function tidy(knex: Knex, to: number) {
  const now = computePieceTime(to).toISOString() as never;
  const fold = [
    () => foldTallies(knex),
    () =>
      'foldOldTallies' in folding
        ? folding.foldOldTallies(knex, now)
        : Promise.resolve(0),
  ];
  for (const once of fold) {
    while ((await once()) > 0);
  }
  await knex.raw('VACUUM ANALYZE');
}
