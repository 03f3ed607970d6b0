export { type ErrorCode, errorCodes } from './errorCodes';
