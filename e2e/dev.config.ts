import base from './playwright.config';
export default { ...base, expect: { timeout: 20000 }, timeout: 200000, use: { ...base.use, actionTimeout: 20000 } };
