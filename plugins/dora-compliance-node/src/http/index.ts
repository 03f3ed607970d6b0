export {
  ApiClient,
  type ApiClientOptions,
  type ApiContext,
  type ApiFormat,
  type ApiResponse,
} from './ApiClient';
export { fetchWhole, HttpAnswer, HttpError } from './fetchWhole';
export { keepFields, type KeptFields } from './keepFields';
export { parseLinks } from './parseLinks';
export {
  type ListReading,
  type ReadingOf,
  RestApi,
  type RestApiOptions,
  type RestPage,
} from './RestApi';
export { retryAfterIn } from './retryAfterIn';
