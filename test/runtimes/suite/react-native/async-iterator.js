/** As the page on runtimes says it. */
Symbol.asyncIterator ??= Symbol.for('Symbol.asyncIterator');
