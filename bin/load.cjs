'use strict'

/* Apart from keruen.cjs because import() is a syntax error for the old Nodes that keruen.cjs must talk to. */
module.exports = function load(program) {
  return import(require('url').pathToFileURL(program).href)
}
