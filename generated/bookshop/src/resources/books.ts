export * from './books/index.ts';
