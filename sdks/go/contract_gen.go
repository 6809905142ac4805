// Code generated from openrpc.json by `npm run generate`. DO NOT EDIT.

package stegos

// Version is that of the contract this was made from, and of this module.
const Version = "0.1.0"

// ContractHash is the SHA-256 of the contract in canonical form; node.version tells that of the node.
const ContractHash = "6f8c7f41fad64900fdef050a85b5decbe32bb81296dd2c15d3dd6172f768ccaa"
