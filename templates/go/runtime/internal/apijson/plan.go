// Package apijson reads and writes the JSON of requests and responses.
package apijson

import (
	"reflect"
	"strings"
	"sync"
	"time"

	"sdk.invalid/module/packages/param"
	"sdk.invalid/module/packages/respjson"
)

// field is a property of an object, or a variant of a union.
type field struct {
	index    int
	goName   string
	name     string
	format   string
	tag      string // property of the union's discriminator
	tagValue string
	others   []string // further values of the discriminator
	meta     int      // index below the metadata; -1: there is none
	required bool
	omitZero bool
	typ      reflect.Type
}

// layout describes a struct type. It is computed once.
type layout struct {
	name    string
	fields  []field
	byName  map[string]int
	inline  []field
	extras  int // index of the field of all other properties; -1: there is none
	meta    int // index of the metadata of a response; -1: there is none
	metaMap int
	metaRaw int
	isParam bool
	isUnion bool
	isOpt   bool
}

var layouts sync.Map

var (
	timeType     = reflect.TypeFor[time.Time]()
	optionalType = reflect.TypeFor[param.Optional]()
	paramType    = reflect.TypeFor[param.ParamStruct]()
	fieldType    = reflect.TypeFor[respjson.Field]()
)

func layoutOf(typ reflect.Type) *layout {
	if known, ok := layouts.Load(typ); ok {
		return known.(*layout)
	}
	made, _ := layouts.LoadOrStore(typ, newLayout(typ))
	return made.(*layout)
}

func newLayout(typ reflect.Type) *layout {
	l := &layout{name: typ.Name(), byName: map[string]int{}, extras: -1, meta: -1, metaMap: -1, metaRaw: -1}
	l.isOpt = typ.Implements(optionalType)
	l.isParam = typ.Implements(paramType)
	l.isUnion = l.isParam && param.IsUnion(reflect.Zero(typ).Interface())
	metas := map[string]int{}
	if own, ok := typ.FieldByName("JSON"); ok && len(own.Index) == 1 && own.Type.Kind() == reflect.Struct {
		if raw, ok := own.Type.FieldByName("raw"); ok {
			l.meta, l.metaRaw = own.Index[0], raw.Index[0]
			for i := range own.Type.NumField() {
				switch each := own.Type.Field(i); {
				case each.Type == fieldType:
					metas[each.Name] = i
				case each.Name == "ExtraFields":
					l.metaMap = i
				}
			}
		}
	}
	for i := range typ.NumField() {
		own := typ.Field(i)
		if !own.IsExported() || i == l.meta {
			continue
		}
		name, options, isTagged := strings.Cut(own.Tag.Get("json"), ",")
		if !isTagged && name == "" {
			name = own.Name
		}
		api := own.Tag.Get("api")
		if api == "extras" {
			l.extras = i
			continue
		}
		if name == "-" && options == "" {
			continue
		}
		f := field{index: i, goName: own.Name, name: name, typ: own.Type, format: own.Tag.Get("format"), meta: -1}
		if at, ok := metas[own.Name]; ok {
			f.meta = at
		}
		f.tag, f.tagValue, _ = strings.Cut(own.Tag.Get("variant"), ":")
		f.others = strings.Fields(own.Tag.Get("others"))
		if wire, ok := own.Tag.Lookup("wire"); ok {
			f.name = wire
		}
		f.required, f.omitZero = api == "required", hasOption(options, "omitzero")
		if hasOption(options, "inline") {
			l.inline = append(l.inline, f)
			continue
		}
		l.byName[f.name] = len(l.fields)
		l.fields = append(l.fields, f)
	}
	return l
}

func hasOption(options, wanted string) bool {
	for option := range strings.SplitSeq(options, ",") {
		if option == wanted {
			return true
		}
	}
	return false
}
