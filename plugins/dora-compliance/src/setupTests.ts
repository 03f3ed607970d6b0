import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// On a busy machine a page takes longer than the second allowed by default.
configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(30_000);
