/**
 * Every error of the API: its HTTP status, what is wrong, and what to do, in
 * English. A test compares it with docs/reference/errors.md.
 *
 * @public
 */
export const errorCodes = {
  'signature-missing': {
    status: 401,
    meaning: 'The delivery has no signature.',
    fix: 'Set the same secret on the webhook and in the configuration.',
  },
  'signature-invalid': {
    status: 401,
    meaning: 'The signature does not match any configured secret.',
    fix: 'Set the same secret on the webhook and in the configuration.',
  },
  'signature-stale': {
    status: 401,
    meaning:
      'The signed time of the delivery is too far from the time of the backend.',
    fix: 'Synchronize the clocks of both machines. A captured delivery can not be sent again; have the CI system redeliver it.',
  },
  'token-missing': {
    status: 401,
    meaning: 'The delivery has no token.',
    fix: 'Set the same token on the sender and in the configuration of the source. The README of its module names the header.',
  },
  'token-invalid': {
    status: 401,
    meaning:
      'The token does not match any token in the configuration of the source.',
    fix: 'Set the same token on the sender and in the configuration of the source.',
  },
  'password-missing': {
    status: 401,
    meaning: 'The delivery has no password (HTTP basic authentication).',
    fix: 'Set the same password on the sender and in the configuration of the source.',
  },
  'password-invalid': {
    status: 401,
    meaning:
      'The password does not match any password in the configuration of the source.',
    fix: 'Set the same password on the sender and in the configuration of the source.',
  },
  'source-unknown': {
    status: 404,
    meaning: 'No evidence source with this id is installed.',
    fix: 'Install its backend module, or correct the URL of the webhook.',
  },
  'source-off': {
    status: 503,
    meaning:
      'This evidence source does not accept deliveries: it is off or has no secret.',
    fix: 'The page Evidence shows what to configure. Then redeliver.',
  },
  'source-receives-nothing': {
    status: 404,
    meaning:
      'The backend reads this evidence source itself, so it does not accept deliveries.',
    fix: 'Deliver to another source.',
  },
  'body-too-large': {
    status: 413,
    meaning: 'The body is larger than 5 MiB.',
    fix: 'Send fewer events in one delivery.',
  },
  'media-type-unsupported': {
    status: 415,
    meaning:
      'The source does not accept this content type, or the body is compressed.',
    fix: 'Set the content type of the webhook to application/json, without compression.',
  },
  'body-not-json': {
    status: 400,
    meaning: 'The body is not JSON in UTF-8.',
    fix: 'Send the event without changes.',
  },
  'body-too-deep': {
    status: 400,
    meaning: 'The body has more than 100 nested levels.',
    fix: 'Send the event without changes. No CI system nests that deeply.',
  },
  'headers-too-large': {
    status: 431,
    meaning: 'The headers of the event are larger than 16 KiB.',
    fix: 'Publish the event with only the headers of its webhook.',
  },
  'body-too-costly': {
    status: 422,
    meaning:
      'Redacting the body takes more work than its size allows. Nothing was stored.',
    fix: 'Send the event without changes. If it has none, report the event and its source: no known event needs that much work.',
  },
  'body-too-slow': {
    status: 408,
    meaning: 'The body did not arrive completely within 30 seconds.',
    fix: 'Retry.',
  },
  'receiver-busy': {
    status: 503,
    meaning:
      'The backend is receiving more than its memory allows. Nothing was stored.',
    fix: 'Retry after the number of seconds in the Retry-After header.',
  },
  'store-unavailable': {
    status: 503,
    meaning:
      'The database can not be reached or does not answer in time. Nothing was stored.',
    fix: 'Retry after the number of seconds in the Retry-After header. On GitHub, redeliver from the settings of the webhook.',
  },
  'request-invalid': {
    status: 400,
    meaning: 'A part of the request is invalid. The message names it.',
    fix: 'Correct it.',
  },
  'path-invalid': {
    status: 400,
    meaning:
      'The path has a percent sign that does not encode a UTF-8 character.',
    fix: 'Percent-encode the parts of the path.',
  },
  'path-unknown': {
    status: 404,
    meaning: 'This path does not exist.',
    fix: 'See docs/reference/openapi.json for the paths of the API. Deliveries go to /ingest/<source>.',
  },
  'method-unknown': {
    status: 405,
    meaning: 'This path does not support this method.',
    fix: 'Use a method from the Allow header.',
  },
  'not-authenticated': {
    status: 401,
    meaning: 'The request is not authenticated.',
    fix: 'Send a Backstage token in the Authorization: Bearer header.',
  },
  'not-allowed': {
    status: 403,
    meaning: 'You do not have the permission for this.',
    fix: 'Ask the administrators of the permission policy of this Backstage instance.',
  },
  'export-refused': {
    status: 403,
    meaning: 'The list has assets that you may read but not export.',
    fix: 'Filter the list down to assets that you may export, or ask the administrators of the permission policy for dora-compliance.asset.export.',
  },
  'internal-error': {
    status: 500,
    meaning: 'The request failed because of an error in the backend.',
    fix: 'Search the log of the backend for the id in the message, then retry.',
  },
  'cursor-invalid': {
    status: 400,
    meaning: 'The cursor is not from this operation.',
    fix: 'Start without a cursor.',
  },
  'asset-unknown': {
    status: 404,
    meaning: 'The inventory has no such asset, or you may not read it.',
    fix: 'Check the name, and whether the entity is in the catalog.',
  },
  'scope-unknown': {
    status: 404,
    meaning:
      'There is no such group, system, function or asset, or you may not read it.',
    fix: 'Check the parameters `of` and `ref`.',
  },
  'asset-pending': {
    status: 404,
    meaning:
      'The entity was just added to the catalog and is not in the inventory yet.',
    fix: 'Retry then. You do not have to do anything else.',
  },
  'record-changed': {
    status: 409,
    meaning:
      'The record of the asset has changed since it was loaded for the review.',
    fix: 'Load the record again and review that version.',
  },
  'review-by-machine': {
    status: 403,
    meaning: 'Only a person may review asset records.',
    fix: 'Sign in as the reviewer.',
  },
  'confirmed-by-recorder': {
    status: 403,
    meaning: 'Nobody can confirm evidence that they recorded themselves.',
    fix: 'Ask another person to confirm it.',
  },
  'confirmation-by-machine': {
    status: 403,
    meaning: 'Only a person may confirm evidence.',
    fix: 'Sign in as the person who looked at it.',
  },
  'control-invalid': {
    status: 400,
    meaning: 'The control can not be used.',
    fix: 'Correct the lines that the message names.',
  },
  'control-unknown': {
    status: 404,
    meaning: 'No control with this id is installed.',
    fix: 'List the controls for their ids.',
  },
  'evidence-unknown': {
    status: 404,
    meaning: 'This asset has no such evidence.',
    fix: 'List the evidence of the asset for its ids.',
  },
  'document-unknown': {
    status: 404,
    meaning: 'There is no such document, or it is not about this asset.',
    fix: 'Use the digest of the evidence.',
  },
  'document-altered': {
    status: 500,
    meaning:
      'The bytes in the database are not those that were received: they do not match the digest of the document.',
    fix: 'Do not rely on evidence from this document. Find out who changed the database, and restore the document from a backup.',
  },
} as const satisfies Record<
  string,
  { status: number; meaning: string; fix: string }
>;

/** @public */
export type ErrorCode = keyof typeof errorCodes;
