#!/usr/bin/env node
/* Old syntax on purpose: this file must be readable by a Node that is too old for everything else. */
'use strict'

var path = require('path')
var fs = require('fs')

var version = process.versions.node.split('.')
var major = Number(version[0])
var minor = Number(version[1])

if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    'Keruen needs Node 20.19 or newer and this is ' +
      process.versions.node +
      ': install a newer Node from https://nodejs.org/.\n'
  )
  process.exitCode = 2
} else {
  var program = path.join(__dirname, '..', 'dist', 'cli.js')
  if (fs.existsSync(program)) {
    require('./load.cjs')(program)
  } else {
    process.stderr.write(
      'Keruen is not built yet: run npm ci in ' + path.join(__dirname, '..') + ' and try again.\n'
    )
    process.exitCode = 2
  }
}
