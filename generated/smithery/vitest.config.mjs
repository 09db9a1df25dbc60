export default {
  test: {
    include: ['tests/**/*.test.ts'],
    // The first request takes long for a large API document.
    testTimeout: 30_000,
  },
};
