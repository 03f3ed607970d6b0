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
  'signature-stale': {
    status: 401,
    meaning:
      'The signed time of the delivery is too far from the clock of the backend.',
    fix: 'Compare the clocks of both machines. A delivery that was captured and sent again is refused; have the CI system send it anew.',
  },
  'token-missing': {
    status: 401,
    meaning: 'The delivery carries no token.',
    fix: 'Set a token on the sender and the same one in the configuration of the source; its README names the header.',
  },
  'token-invalid': {
    status: 401,
    meaning: 'The token is none of those configured for the source.',
    fix: 'Compare the token that the sender uses with the configuration.',
  },
  'password-missing': {
    status: 401,
    meaning: 'The delivery carries no password (HTTP basic authentication).',
    fix: 'Set a password on the sender and the same one in the configuration of the source.',
  },
  'password-invalid': {
    status: 401,
    meaning: 'The password is none of those configured for the source.',
    fix: 'Compare the password that the sender uses with the configuration.',
  },
  'source-unknown': {
    status: 404,
    meaning: 'No evidence source of this name is installed.',
    fix: 'Install its backend module, or correct the address of the webhook.',
  },
  'source-off': {
    status: 503,
    meaning:
      'This evidence source accepts no deliveries: it is off or has no secret.',
    fix: 'See on the page Evidence what to configure, then send again.',
  },
  'source-receives-nothing': {
    status: 404,
    meaning:
      'Backstage reads this evidence source by itself; it takes no deliveries.',
    fix: 'Send to another source.',
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
  'headers-too-large': {
    status: 431,
    meaning: 'The headers of the event are larger than 16 KiB.',
    fix: 'Publish the event with the headers of its webhook alone.',
  },
  'body-too-costly': {
    status: 422,
    meaning:
      'Redacting the body takes more work than its size allows. Nothing of it is kept.',
    fix: 'Send the event unchanged. If it is unchanged, report the event and its source: no known event needs so much.',
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
    meaning:
      'The database cannot be reached or does not answer in time; nothing was stored.',
    fix: 'Send again after the seconds named in the header Retry-After; GitHub redelivers from the settings of the webhook.',
  },
  'request-invalid': {
    status: 400,
    meaning: 'A part of the request is wrong; the message names it.',
    fix: 'Correct that part.',
  },
  'path-invalid': {
    status: 400,
    meaning: 'The path has a percent sign that encodes no character of UTF-8.',
    fix: 'Percent-encode the parts of the path.',
  },
  'path-unknown': {
    status: 404,
    meaning: 'There is nothing at this path.',
    fix: 'See docs/reference/openapi.json for the paths of the API; deliveries go to /ingest/ and the id of a source.',
  },
  'method-unknown': {
    status: 405,
    meaning: 'The path does not take this method.',
    fix: 'Use a method that the header Allow names.',
  },
  'not-authenticated': {
    status: 401,
    meaning: 'It is not known who asks.',
    fix: 'Send a token of Backstage as Authorization: Bearer.',
  },
  'not-allowed': {
    status: 403,
    meaning: 'You may not do this.',
    fix: 'Ask whoever keeps the permission policy of this Backstage.',
  },
  'internal-error': {
    status: 500,
    meaning: 'The request failed for a reason that is not yours.',
    fix: 'Search the log of the backend for the id in the message, and try again.',
  },
  'cursor-invalid': {
    status: 400,
    meaning: 'The cursor was not given out by this operation.',
    fix: 'Start again without a cursor.',
  },
  'asset-unknown': {
    status: 404,
    meaning: 'No such asset in the inventory, or you may not read it.',
    fix: 'Check the name, and that the entity is in the catalog.',
  },
  'asset-pending': {
    status: 404,
    meaning:
      'The entity was added to the catalog a moment ago and is not yet in the inventory.',
    fix: 'Try again then; there is nothing else to do.',
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
  'document-altered': {
    status: 500,
    meaning:
      'The bytes in the database are no longer those that were received: they do not match the digest of the document.',
    fix: 'Do not rely on evidence from this document. Find out who changed the database, and restore the document from a backup.',
  },
} as const satisfies Record<
  string,
  { status: number; meaning: string; fix: string }
>;

/** @public */
export type ErrorCode = keyof typeof errorCodes;
