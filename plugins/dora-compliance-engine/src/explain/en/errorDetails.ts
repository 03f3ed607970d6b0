import type { ErrorDetailParams } from '../language/ErrorDetailParams';
import type { SentencesOf } from '../language/Sentences';
import { withoutPeriod } from './words';

export const errorDetails: SentencesOf<ErrorDetailParams> = {
  'asset-pending': ({ entityRef, by }) =>
    `${entityRef} was just added to the catalog. It will be in the inventory by ${by} UTC.`,
  'asset-unknown': ({ entityRef }) => `There is no asset ${entityRef}.`,
  'scope-unknown': ({ of, ref }) =>
    ref === ''
      ? `The parameter ref is missing: of=${of} needs a reference, or none.`
      : `There is no ${of} ${ref}.`,
  'body-invalid': () => 'The body must be JSON of at most 100 kB.',
  'collection-impossible': ({ source }) =>
    `The source ${source} only pushes, so it can't be collected.`,
  'collection-off': ({ source, configure }) =>
    `The source ${source} is not collected. Configure ${configure}, and restart the backend.`,
  'control-invalid': ({ problem }) =>
    `The control can not be used. ${problem}${
      /[.?!]$/.test(problem) ? '' : '.'
    }`,
  'control-unknown': ({ controlId }) => `There is no control ${controlId}.`,
  'export-refused': ({ assets, refused }) =>
    `You may read all assets of this list (${assets}), but you may not export some of them (${refused}).`,
  'method-unknown': ({ allowed, method }) =>
    `The path supports ${allowed}, not ${method}.`,
  'parameter-invalid': ({ parameter, problem }) =>
    `The parameter ${parameter} is invalid: ${withoutPeriod(problem)}.`,
  'permission-missing': ({ permission }) =>
    `This requires the permission ${permission}.`,
  'request-failed': ({ id }) =>
    `The request failed. Search the log of the backend for ${id} to find the cause.`,
  'source-unknown': ({ source }) => `There is no source ${source}.`,
  'target-unknown': ({ target }) => `The target ${target} is not collected.`,
};
