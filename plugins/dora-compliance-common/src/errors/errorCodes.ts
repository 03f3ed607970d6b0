/**
 * Every fault the API answers with: its HTTP status, what it means, and what
 * to do about it. Tested against docs/reference/errors.md in both directions.
 *
 * @public
 */
export const errorCodes = {
  'signature-missing': {
    status: 401,
    meaning: 'The delivery carries no signature.',
    fix: 'Set a secret on the webhook and the same one in the configuration.',
  },
  'signature-invalid': {
    status: 401,
    meaning: 'The signature was made with none of the configured secrets.',
    fix: 'Compare the secret of the webhook with the configuration.',
  },
  'source-unknown': {
    status: 404,
    meaning: 'No evidence source of this name is installed.',
    fix: 'Install its backend module, or correct the address of the webhook.',
  },
  'source-off': {
    status: 503,
    meaning: 'The evidence source is installed but does not receive.',
    fix: 'See the page Evidence for what to configure, then send again.',
  },
  'body-too-large': {
    status: 413,
    meaning: 'The body is larger than 5 MiB.',
    fix: 'Send fewer events in one delivery.',
  },
  'media-type-unsupported': {
    status: 415,
    meaning:
      'The content type is none the source takes, or the body is compressed.',
    fix: 'Choose application/json as content type of the webhook, and no compression.',
  },
  'body-not-json': {
    status: 400,
    meaning: 'The body is not JSON in UTF-8.',
    fix: 'Send the event unchanged.',
  },
  'body-too-deep': {
    status: 400,
    meaning: 'The body nests deeper than 100 levels.',
    fix: 'Send the event unchanged; no CI system nests as deep.',
  },
  'body-too-slow': {
    status: 408,
    meaning: 'The body was not there within half a minute.',
    fix: 'Send it again.',
  },
  'receiver-busy': {
    status: 503,
    meaning:
      'More is being received than memory allows for; nothing was stored.',
    fix: 'Send again after the seconds named in the header Retry-After.',
  },
  'store-unavailable': {
    status: 503,
    meaning: 'The database can not be reached; nothing was stored.',
    fix: 'Send again later; GitHub redelivers from the settings of the webhook.',
  },
  'request-invalid': {
    status: 400,
    meaning: 'A path or query parameter is wrong; the message names it.',
    fix: 'Correct the parameter.',
  },
  'cursor-invalid': {
    status: 400,
    meaning: 'The cursor was not given out by this operation.',
    fix: 'Start again without a cursor.',
  },
  'asset-unknown': {
    status: 404,
    meaning: 'No such asset in the inventory, or you may not read it.',
    fix: 'Check the name; new entities appear after the next catalog sync.',
  },
  'record-changed': {
    status: 409,
    meaning: 'The record of the asset reads otherwise than the one reviewed.',
    fix: 'Load the record again, look at it, and review that one.',
  },
  'review-by-machine': {
    status: 403,
    meaning: 'Only people review asset records.',
    fix: 'Sign in as the person who reviews.',
  },
  'control-unknown': {
    status: 404,
    meaning: 'No control of this id is installed.',
    fix: 'List the controls to see their ids.',
  },
  'evidence-unknown': {
    status: 404,
    meaning: 'No such evidence concerns this asset.',
    fix: 'List the evidence of the asset to see ids.',
  },
  'document-unknown': {
    status: 404,
    meaning: 'No such document, or none that concerns this asset.',
    fix: 'Follow the digest given with the evidence.',
  },
} as const satisfies Record<
  string,
  { status: number; meaning: string; fix: string }
>;

/** @public */
export type ErrorCode = keyof typeof errorCodes;
