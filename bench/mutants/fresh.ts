/** Threads are shared, modules of the project are not: a mutant may be in what runs when a file is loaded. */
import { vi } from 'vitest';

vi.resetModules();
