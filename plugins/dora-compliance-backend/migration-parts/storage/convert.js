const { createHash } = require('node:crypto');
const { inflateRawSync, zstdDecompressSync } = require('node:zlib');
const { types } = require('./copies');

/** How many rows are read or written at a time, where SQL alone can't convert them. */
const ROWS = 200;

const sha256 = text => createHash('sha256').update(text, 'utf8');

/** By how a body is encoded. */
const decompress = { deflate: inflateRawSync, zstd: zstdDecompressSync };

/** Copies subjects by the hash of their key. */
exports.hashSubjects = async function hashSubjects(knex, isPostgres) {
  if (isPostgres) {
    const number = Object.entries(types)
      .map(([type, n]) => `WHEN '${type}' THEN ${n}`)
      .join(' ');
    await knex.raw(`
      INSERT INTO evidence_subject (subject, type, observed_at, evidence_number)
      SELECT substring(sha256(convert_to(told.subject_key, 'UTF8')) FOR 16),
        CASE told.type ${number} ELSE 0 END, told.observed_at, evidence.number
      FROM evidence_subject_before AS told
      JOIN evidence ON evidence.id = told.evidence_id
      ORDER BY evidence.number`);
    return;
  }
  const rows = after =>
    knex('evidence_subject_before as told')
      .join('evidence', 'evidence.id', 'told.evidence_id')
      .where('told.rowid', '>', after)
      .orderBy('told.rowid')
      .limit(ROWS)
      .select(
        'told.rowid as place',
        'told.subject_key',
        'told.type',
        'told.observed_at',
        'evidence.number',
      );
  for await (const chunk of inChunks(rows, 'place')) {
    await knex('evidence_subject').insert(
      chunk.map(({ subject_key, type, observed_at, number }) => ({
        subject: sha256(subject_key).digest().subarray(0, 16),
        type: types[type] ?? 0,
        observed_at,
        evidence_number: number,
      })),
    );
  }
};

/** Copies subjects by their keys, which the evidence tells. */
exports.nameSubjects = async function nameSubjects(knex) {
  const rows = after =>
    knex('evidence_before')
      .where('number', '>', after)
      .orderBy('number')
      .limit(ROWS)
      .select('number', 'id', 'type', 'subjects', 'observed_at');
  for await (const chunk of inChunks(rows, 'number')) {
    for (const { id, type, subjects, observed_at } of chunk) {
      const keys = [...new Set(JSON.parse(subjects).map(keyOf))];
      for (let from = 0; from < keys.length; from += ROWS) {
        await knex('evidence_subject').insert(
          keys.slice(from, from + ROWS).map(key => ({
            subject_key: key,
            evidence_id: id,
            type,
            observed_at,
          })),
        );
      }
    }
  }
};

/** The key of a subject, as it is when this migration is written. */
function keyOf({ kind, digest, uri }) {
  const name = digest ?? uri.replace(/(?<!\/)\/+$/, '').toLowerCase();
  return `${kind}|${
    name.length > 500 ? `sha256:${sha256(name).digest('hex')}` : name
  }`;
}

/** Copies the bodies that were compressed, as they were before. */
exports.inflateBodies = async function inflateBodies(knex) {
  const dictionaries = new Map(
    (await knex('body_dictionary')).map(({ number, bytes }) => [number, bytes]),
  );
  const rows = after =>
    knex('document_before')
      .whereNotNull('encoding')
      .where('number', '>', after)
      .orderBy('number')
      .limit(ROWS);
  for await (const chunk of inChunks(rows, 'number')) {
    await knex('document').insert(
      chunk.map(({ number: _, encoding, dictionary, body, ...row }) => ({
        ...row,
        body: decompress[encoding](body, {
          dictionary: dictionaries.get(dictionary),
        }),
      })),
    );
  }
};

async function* inChunks(rowsAfter, key) {
  let chunk = await rowsAfter(-1);
  while (chunk.length > 0) {
    yield chunk;
    chunk = await rowsAfter(chunk.at(-1)[key]);
  }
}
