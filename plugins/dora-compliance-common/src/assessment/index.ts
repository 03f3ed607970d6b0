export { Assessment, Check, MAX_ROWS, Row } from './Assessment';
export { compareStatus, ControlStatus, worstOf } from './ControlStatus';
export { Reason, reason } from './Reason';
